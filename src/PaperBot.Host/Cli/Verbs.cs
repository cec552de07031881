using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;

namespace PaperBot.Host.Cli;

/// <summary>What the program can be told to do.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<CliArguments, Terminal, Task<int>>> Table = new(
        StringComparer.Ordinal
    )
    {
        [""] = ServeVerb.RunAsync,
        ["serve"] = ServeVerb.RunAsync,
        ["exec"] = ExecVerb.RunAsync,
        ["doctor"] = DoctorVerb.RunAsync,
        ["backup"] = BackupVerb.BackupAsync,
        ["restore"] = BackupVerb.RestoreAsync,
    };

    public static string ProgramVersion =>
        typeof(Verbs)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0";

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var arguments = CliArguments.Parse(args);
        if (arguments.Mistake is null && !Table.ContainsKey(arguments.Verb) && !arguments.Help)
            return await SayAsync(terminal, $"There is no verb '{arguments.Verb}'; --help lists them.");
        if (arguments.Mistake is { } mistake)
            return await SayAsync(terminal, mistake);
        if (arguments.Version)
        {
            await terminal.Out.WriteLineAsync(ProgramVersion);
            return ExitStatus.Ok;
        }
        if (arguments.Help)
        {
            await terminal.Out.WriteLineAsync(Usage);
            return ExitStatus.Ok;
        }
        try
        {
            return await Table[arguments.Verb](arguments, terminal);
        }
        catch (OptionsValidationException e)
        {
            return await SayAsync(terminal, string.Join(Environment.NewLine, e.Failures));
        }
        catch (InvalidOperationException e) when (e.InnerException is FormatException or InvalidCastException)
        {
            // The binder's way to say that a value has the wrong form; its message names the key.
            return await SayAsync(terminal, e.Message);
        }
        catch (StorageException e)
        {
            return await SayAsync(terminal, e.Message, ExitStatus.Internal);
        }
        catch (IOException e)
        {
            // A port that is taken, a folder that cannot be written.
            return await SayAsync(terminal, e.Message, ExitStatus.Internal);
        }
    }

    private const string Usage = """
        PaperBot [options] [verb]

        Verbs
          (none)             serve: the local page and everything that is configured
          exec '<command>'   run one command and print the reply; exec --json - reads commands line by line
          doctor             say what is configured, present, missing, and switched off because of it
          backup <file>      copy the database while the bot runs
          restore <file>     put a copy in the database's place

        Options, before or after the verb
          --samples            load the sample library
          --locale <tag>       en or zh-CN
          --json               exec: one line of JSON an answer
          --conversation <n>   exec: one conversation for all lines
          --Section:Key=value  a setting, as in appsettings.json
          --version, --help
        """;

    private static async Task<int> SayAsync(Terminal terminal, string sentence, int status = ExitStatus.UserInput)
    {
        await terminal.Error.WriteLineAsync(sentence.ToString(CultureInfo.InvariantCulture));
        return status;
    }
}
