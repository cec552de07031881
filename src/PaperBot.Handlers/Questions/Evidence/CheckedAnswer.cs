using PaperBot.Core.Documents;

namespace PaperBot.Handlers.Questions.Evidence;

/// <summary>A model's text after <see cref="AnswerCheck"/>: what is left of it may be shown.</summary>
/// <param name="Markdown">The text with citations that code wrote.</param>
/// <param name="Cited">The passages that it cites, each once, in the order of the text.</param>
internal sealed record CheckedAnswer(string Markdown, IReadOnlyList<(PaperDocument Document, Passage Passage)> Cited)
{
    /// <summary>What each of <see cref="Cited"/> stands behind: the words before its first citation.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Keys and places that the model made up; they are gone.</summary>
    public int UnknownKeys { get; init; }

    /// <summary>Quotations that do not stand in the text word for word; their quotation marks are gone.</summary>
    public int FalseQuotes { get; init; }

    /// <summary>Paragraphs or their ends that no citation stands behind; they are marked.</summary>
    public int Unsupported { get; init; }

    /// <summary>Links, addresses and mentions that the model wrote; they are gone.</summary>
    public int Links { get; init; }
}
