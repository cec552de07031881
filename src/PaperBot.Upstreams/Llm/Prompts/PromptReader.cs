using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using PaperBot.Core.Models;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>Reads a prompt file and says in a sentence what is wrong with it.</summary>
internal static partial class PromptReader
{
    private const int Milliseconds = 2_000;
    private const int LongestFile = 100_000;

    // What Handlebars itself knows inside of blocks.
    private static readonly HashSet<string> Words =
    [
        "if",
        "else",
        "unless",
        "each",
        "with",
        "this",
        "@index",
        "@first",
        "@last",
        "@key",
    ];

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .IgnoreUnmatchedProperties()
        .Build();

    private static readonly IHandlebars Handlebars = HandlebarsDotNet.Handlebars.Create(
        new HandlebarsConfiguration { NoEscape = true }
    );

    /// <param name="name">The prompt, as the bot calls it: <c>faq-problem</c>.</param>
    /// <param name="where">The file, for the sentence.</param>
    /// <param name="text">What it holds.</param>
    /// <exception cref="PromptFormatException">It cannot be used.</exception>
    public static PromptTemplate Read(string name, string where, string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (text.Length > LongestFile)
            throw Wrong(where, $"it is longer than {LongestFile} characters");
        var file = Parse(where, text);
        if (file.Name != name.Replace('-', '_'))
            throw Wrong(where, $"its name must be '{name.Replace('-', '_')}'");
        if (file.TemplateFormat != "handlebars")
            throw Wrong(where, "its template_format must be 'handlebars'");
        if (string.IsNullOrWhiteSpace(file.Description))
            throw Wrong(where, "it has no description");
        if (string.IsNullOrWhiteSpace(file.Template))
            throw Wrong(where, "it has no template");
        Check(where, file);
        return new(name, Version(text), file, Parts(where, file.Template), new(file.Template));
    }

    private static PromptFile Parse(string where, string text)
    {
        try
        {
            return Yaml.Deserialize<PromptFile?>(text) ?? throw Wrong(where, "it is empty");
        }
        catch (YamlException exception)
        {
            var reason = exception.InnerException?.Message ?? exception.Message;
            throw new PromptFormatException(
                $"The prompt {where} cannot be read: line {exception.Start.Line}: {reason}",
                exception
            );
        }
    }

    private static void Check(string where, PromptFile file)
    {
        var declared = file.InputVariables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        if (declared.Count < file.InputVariables.Count || declared.Contains(""))
            throw Wrong(where, "its input_variables must have names, each another");
        var used = Used(file.Template!);
        if (declared.FirstOrDefault(variable => !used.Contains(variable)) is { } idle)
            throw Wrong(where, $"its variable '{idle}' is not used in the template");
        // What stands inside of an #each may be a field of the list's records; outside it must be declared.
        if (Used(Each().Replace(file.Template!, "")).FirstOrDefault(word => !declared.Contains(word)) is { } unknown)
            throw Wrong(where, $"'{{{{{unknown}}}}}' is not among its input_variables");
        if (file.ExecutionSettings.GetValueOrDefault("default") is not { } settings)
            return;
        if (settings.MaxTokens is < 1 or > 100_000)
            throw Wrong(where, "its max_tokens must be between 1 and 100000");
        if (settings.Temperature is < 0 or > 2)
            throw Wrong(where, "its temperature must be between 0 and 2");
    }

    private static List<PromptPart> Parts(string where, string template)
    {
        if (Message().Replace(template, "").Trim().Length > 0)
            throw Wrong(where, "everything in its template must stand in <message role=\"…\"> and </message>");
        var parts = new List<PromptPart>();
        foreach (Match match in Message().Matches(template))
        {
            if (!Enum.TryParse<ModelRole>(match.Groups["role"].Value, ignoreCase: true, out var role))
                throw Wrong(where, "a message's role must be system, user or assistant");
            parts.Add(new(role, Compile(where, match.Groups["text"].Value)));
        }

        return parts.Count > 0 && parts[^1].Role == ModelRole.User
            ? parts
            : throw Wrong(where, "its last message must be the user's");
    }

    private static HandlebarsTemplate<object, object> Compile(string where, string text)
    {
        try
        {
            var compiled = Handlebars.Compile(text);
            // Some mistakes show only when it is filled.
            compiled(new Dictionary<string, object>());
            return compiled;
        }
        catch (HandlebarsException exception)
        {
            throw new PromptFormatException(
                $"The prompt {where} cannot be used: {exception.Message.ReplaceLineEndings(" ")}",
                exception
            );
        }
    }

    private static HashSet<string> Used(string template) =>
        [
            .. Expression()
                .Matches(template)
                .SelectMany(match => match.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(word => word.TrimStart('#', '/', '^'))
                .Where(word => word.Length > 0 && !Words.Contains(word)),
        ];

    private static string Version(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private static PromptFormatException Wrong(string where, string what) =>
        new($"The prompt {where} cannot be used: {what}.");

    [GeneratedRegex("<message role=\"(?<role>[a-z]+)\">(?<text>.*?)</message>", RegexOptions.Singleline, Milliseconds)]
    private static partial Regex Message();

    [GeneratedRegex(@"\{\{\{?~?(?<words>[^{}!]*?)~?\}?\}\}", RegexOptions.None, Milliseconds)]
    private static partial Regex Expression();

    // The list's own name stays.
    [GeneratedRegex(@"(?<=\{\{#each\s+[^{}]+\}\}).*?(?=\{\{/each\}\})", RegexOptions.Singleline, Milliseconds)]
    private static partial Regex Each();
}
