namespace PaperBot.Core.Articles;

/// <summary>
/// A full-text question. <paramref name="Text"/> is as somebody typed it: words, a sentence, LaTeX; whole phrases in
/// quotes (<c>"…"</c>, <c>“…”</c>), <c>-word</c>, <c>tag:</c>, <c>in:</c> (a source), <c>from:</c> and <c>to:</c>
/// (<c>2024</c>, <c>2024-05</c>, <c>2024-05-17</c>) are read from it by the search. Anything is permitted in it.
/// </summary>
/// <param name="Text">At most <see cref="MaxLength"/> characters count; the rest is left out.</param>
public sealed record TextQuery(string Text)
{
    /// <summary>What is longer is cut, in characters.</summary>
    public const int MaxLength = 1_000;

    /// <summary>How many results to leave out at the beginning. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>How many results to give, 1 to 100. Default 5.</summary>
    public int Take { get; init; } = 5;
}
