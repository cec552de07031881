using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Models;
using PaperBot.Core.Texts;

namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>
/// The folder of prompt files, <c>en/NAME.yaml</c> and <c>zh/NAME.yaml</c>. A file that was edited is read again; one
/// that was edited into something unusable is told of in the log, and the last good version stays in use.
/// </summary>
internal sealed partial class PromptFolder : IPrompts
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(string Name, Locale Language), Loaded> _prompts = new();
    private readonly TimeProvider _time;
    private readonly ILogger<PromptFolder> _logger;

    public PromptFolder(IOptions<LlmOptions> options, TimeProvider time, ILogger<PromptFolder> logger)
    {
        Folder = FolderOf(options.Value.PromptFolder);
        _time = time;
        _logger = logger;
    }

    /// <summary>Where they are.</summary>
    public string Folder { get; }

    /// <summary>What is wrong with the prompts of a folder, a sentence each; empty when all can be used.</summary>
    public static IReadOnlyList<string> Check(string setting)
    {
        var folder = FolderOf(setting);
        if (!Directory.Exists(folder))
            return [$"Llm:PromptFolder: there is no folder {folder}."];
        var wrong = new List<string>();
        foreach (var language in Locale.All)
        foreach (var name in PromptNames.All)
            try
            {
                Read(folder, name, language);
            }
            catch (PromptFormatException exception)
            {
                wrong.Add(exception.Message);
            }

        return wrong;
    }

    public string VersionOf(string name, Locale language) => Find(name, language).Version;

    public ModelPrompt Fill(string name, Locale language, IReadOnlyDictionary<string, object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Find(name, language).Fill(values);
    }

    // The working folder's own prompts go before those that came with the program.
    private static string FolderOf(string setting)
    {
        if (setting.Length > 0)
            return Path.GetFullPath(setting);
        var here = Path.GetFullPath("prompts");
        return Directory.Exists(Path.Combine(here, "en")) ? here : Path.Combine(AppContext.BaseDirectory, "prompts");
    }

    private static string FileOf(string folder, string name, Locale language) =>
        Path.Combine(folder, language.IsChinese ? "zh" : "en", name + ".yaml");

    private static PromptTemplate Read(string folder, string name, Locale language)
    {
        var file = FileOf(folder, name, language);
        try
        {
            return PromptReader.Read(name, file, File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PromptFormatException($"The prompt {file} cannot be opened: {exception.Message}", exception);
        }
    }

    private PromptTemplate Find(string name, Locale language)
    {
        if (!PromptNames.All.Contains(name))
            throw new ArgumentException($"There is no prompt '{name}'.", nameof(name));
        var known = _prompts.GetOrAdd((name, language), _ => Load(name, language));
        if (_time.GetElapsedTime(known.LookedAt) < LookEvery)
            return known.Template;
        var stamp = StampOf(name, language);
        var next = known with { LookedAt = _time.GetTimestamp() };
        if (stamp != known.Stamp)
            next = Reload(name, language, next with { Stamp = stamp });
        _prompts[(name, language)] = next;
        return next.Template;
    }

    private Loaded Load(string name, Locale language) =>
        new(Read(Folder, name, language), StampOf(name, language), _time.GetTimestamp());

    private Loaded Reload(string name, Locale language, Loaded known)
    {
        try
        {
            var template = Read(Folder, name, language);
            if (template.Version != known.Template.Version)
                Log.Reloaded(_logger, name, language.Tag, template.Version);
            return known with { Template = template };
        }
        catch (PromptFormatException exception)
        {
            Log.Unusable(_logger, name, language.Tag, exception.Message);
            return known;
        }
    }

    private (DateTime Written, long Length) StampOf(string name, Locale language)
    {
        var file = new FileInfo(FileOf(Folder, name, language));
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    private sealed record Loaded(PromptTemplate Template, (DateTime Written, long Length) Stamp, long LookedAt);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Read the prompt {Name} ({Language}) again; it is version {Version}.")]
        public static partial void Reloaded(ILogger logger, string name, string language, string version);

        [LoggerMessage(2, LogLevel.Error, "The prompt {Name} ({Language}) stays as it was. {Reason}")]
        public static partial void Unusable(ILogger logger, string name, string language, string reason);
    }
}
