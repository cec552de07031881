namespace PaperBot.Platforms.Web.Views;

/// <summary>A turn as a page gets it.</summary>
/// <param name="Id">Names the turn in its chat.</param>
/// <param name="Seq">Its place in the chat.</param>
/// <param name="Change">Its last change.</param>
/// <param name="At">When it was asked, ISO 8601.</param>
/// <param name="Text">The question; null for a post of the bot's own.</param>
/// <param name="Cards">The answer; null while it waits.</param>
/// <param name="Error">The kind of error that the answer words.</param>
/// <param name="Page">The page of the paper that the answer is about, below the site's folder; null: none.</param>
internal sealed record TurnView(
    string Id,
    long Seq,
    long Change,
    string At,
    string? Text,
    IReadOnlyList<CardView>? Cards,
    string? Error,
    PageLinkView? Page
);
