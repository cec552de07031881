using PaperBot.Core.Commands;

namespace PaperBot.Core.Replies;

/// <summary>
/// What a conversation that a reply begins is about. A platform with threads opens one for it; everywhere the line asks
/// further.
/// </summary>
public sealed record Talk
{
    /// <summary>What is talked about.</summary>
    /// <param name="title">Plain text, as the name of a thread; a platform cuts it to its own length.</param>
    /// <param name="line">
    /// The command line that asks further, ending in <c>?</c> in the place of the person's words:
    /// <c>/ask paper:1706.03762 question:?</c>. The parameter takes the rest of the line as it stands.
    /// </param>
    public Talk(string title, string line)
    {
        ArgumentException.ThrowIfNullOrEmpty(title);
        if (line is not ['/', ..] || !line.EndsWith(CommandLine.Ask, StringComparison.Ordinal))
            throw new ArgumentException(
                $"A talk's line begins with '/' and ends with '?', '{line}' does not.",
                nameof(line)
            );
        (Title, Line) = (title, line);
    }

    /// <summary>The name.</summary>
    public string Title { get; }

    /// <summary>The line, ending in <c>?</c>.</summary>
    public string Line { get; }

    /// <summary>The line with somebody's words in it.</summary>
    public static string Say(string line, string words)
    {
        ArgumentNullException.ThrowIfNull(line);
        return string.Concat(line.AsSpan(0, line.Length - CommandLine.Ask.Length), words);
    }
}
