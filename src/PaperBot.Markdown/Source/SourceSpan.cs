namespace PaperBot.Markdown.Source;

/// <summary>A stretch of the source that is not plain text.</summary>
internal readonly record struct SourceSpan(SpanKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
