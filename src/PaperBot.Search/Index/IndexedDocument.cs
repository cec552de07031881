namespace PaperBot.Search.Index;

/// <summary>A document as the index takes it.</summary>
/// <param name="Key">Unique in its index: a paper's or an article's id.</param>
public sealed record IndexedDocument(string Key)
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Tags, categories and authors, separated by line breaks: found as text, and by <c>tag:</c>.</summary>
    public string Tags { get; init; } = "";

    /// <summary>The headings, separated by line breaks.</summary>
    public string Headings { get; init; } = "";

    /// <summary>The text.</summary>
    public string Body { get; init; } = "";

    /// <summary>What readers wrote below it; of low weight.</summary>
    public string Comments { get; init; } = "";

    /// <summary>Where it is from, for <c>in:</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>When it was published, for <c>from:</c> and <c>to:</c>; null when unknown.</summary>
    public DateOnly? Day { get; init; }
}
