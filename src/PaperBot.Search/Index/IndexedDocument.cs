namespace PaperBot.Search.Index;

/// <summary>A document as the index takes it.</summary>
/// <param name="Key">Unique: <c>paper:1706.03762</c>, <c>article:…</c>.</param>
public sealed record IndexedDocument(string Key)
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Tags, categories and author, separated by line breaks.</summary>
    public string Tags { get; init; } = "";

    /// <summary>The headings, separated by line breaks.</summary>
    public string Headings { get; init; } = "";

    /// <summary>The text.</summary>
    public string Body { get; init; } = "";

    /// <summary>What readers wrote below it; of low weight.</summary>
    public string Comments { get; init; } = "";
}
