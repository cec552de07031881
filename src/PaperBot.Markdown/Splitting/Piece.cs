namespace PaperBot.Markdown.Splitting;

/// <summary>A stretch of text that is kept whole.</summary>
/// <param name="Text">The stretch.</param>
/// <param name="Break">How good it is to end a part behind it.</param>
/// <param name="Reopen">What goes before it when a part begins with it: a fence, a table's head, quotes.</param>
/// <param name="Close">What goes behind it when a part ends with it: a fence.</param>
internal readonly record struct Piece(
    ReadOnlyMemory<char> Text,
    BreakGrade Break,
    string Reopen = "",
    string Close = ""
)
{
    /// <summary>White space that may be dropped where a part begins or ends; inside code none may.</summary>
    public bool IsBlank => Close.Length == 0 && Text.Span.Trim().IsEmpty;
}
