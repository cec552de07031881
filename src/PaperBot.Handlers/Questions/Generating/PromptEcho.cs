using PaperBot.Core.Models;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>Tells an answer that repeats the bot's own rules from one that answers.</summary>
internal static class PromptEcho
{
    private const int ShortestLine = 60;
    private const int MostLines = 1;

    public static bool Is(string answer, ModelPrompt prompt)
    {
        var said = Plain(answer);
        var rules = prompt
            .Messages.Where(message => message.Role == ModelRole.System)
            .SelectMany(message => message.Text.Split('\n'))
            .Select(Plain)
            .Where(line => line.Length >= ShortestLine);
        return rules.Count(line => said.Contains(line, StringComparison.Ordinal)) > MostLines;
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
