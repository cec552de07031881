namespace PaperBot.Markdown.Source;

/// <summary>What a stretch of Markdown source is, as far as cutting and splitting have to know.</summary>
internal enum SpanKind
{
    /// <summary><c>`code`</c>, back-ticks included.</summary>
    Code,

    /// <summary>A fenced block, fences included; to the end of its container when it is not closed.</summary>
    Fence,

    /// <summary>A formula, delimiters included.</summary>
    Formula,
}
