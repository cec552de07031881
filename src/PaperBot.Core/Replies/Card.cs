namespace PaperBot.Core.Replies;

/// <summary>One part of a reply.</summary>
/// <param name="Key">Stable inside the reply (<c>paper:1706.03762v5</c>), so that a part can be replaced.</param>
public sealed record Card(string Key)
{
    /// <summary>
    /// Plain text with formulas between dollar signs, shown literally otherwise (never Markdown). Null: no heading.
    /// </summary>
    public string? Title { get; init; }

    /// <summary>Where the title leads; http or https.</summary>
    public Uri? Link { get; init; }

    /// <summary>
    /// The text: CommonMark with tables, no HTML, formulas as <c>$…$</c> and <c>$$…$$</c>, moments as
    /// <see cref="Texts.TimeToken"/>. Foreign text goes through <see cref="Texts.MarkdownText.Escape"/> first.
    /// </summary>
    public string Markdown { get; init; } = "";

    /// <summary>Files and pictures.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>What can be done next, most useful first.</summary>
    public IReadOnlyList<ReplyAction> Actions { get; init; } = [];
}
