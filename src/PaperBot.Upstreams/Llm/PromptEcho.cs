using PaperBot.Core.Models;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// A model that gives its instructions back gives no answer with them: lines of an answer that are lines of the rules,
/// or hold a long one of them whatever stands around it, are left out.
/// </summary>
internal sealed class PromptEcho
{
    // A shorter line may well be the answer's own, unless a longer one tells that the rules are being repeated.
    private const int Telling = 24;

    // So many letters in a row are nobody's own words.
    private const int Unmistakable = 60;

    private readonly HashSet<string> _rules = new(StringComparer.OrdinalIgnoreCase) { "system", "user" };
    private readonly List<string> _long = [];

    public PromptEcho(ModelPrompt prompt)
    {
        foreach (var message in prompt.Messages.Where(message => message.Role == ModelRole.System))
        foreach (var line in message.Text.Split('\n'))
        {
            if (Plain(line) is { Length: > 0 } rule)
                _rules.Add(rule);
            if (Letters(line) is { Length: >= Unmistakable } letters)
                _long.Add(letters);
        }
    }

    /// <summary>The answer without them.</summary>
    public string Without(string text)
    {
        var lines = text.Split('\n');
        return Array.Exists(lines, line => Plain(line).Length >= Telling && IsRule(line))
            ? string.Join('\n', lines.Where(line => !IsRule(line))).TrimStart()
            : text;
    }

    private bool IsRule(string line) => _rules.Contains(Plain(line)) || HoldsRule(line);

    private bool HoldsRule(string line)
    {
        if (line.Length < Unmistakable)
            return false;
        var letters = Letters(line);
        return _long.Exists(rule => letters.Contains(rule, StringComparison.Ordinal));
    }

    private static string Plain(string line) =>
        line.Trim(' ', '\t', '\r', '-', '*', '#', '>', '<', '/', '`', '.', '。');

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
