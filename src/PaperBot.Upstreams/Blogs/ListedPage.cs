using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>A page that a list names.</summary>
/// <param name="Address">Where.</param>
/// <param name="ChangedAt">When it was changed last, as the list says; null when it does not.</param>
/// <param name="Hint">What a feed says of it.</param>
internal sealed record ListedPage(Uri Address, DateTimeOffset? ChangedAt, PageHint Hint);
