using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary>Finds the article that somebody means: by its id, its link, or words of it.</summary>
internal sealed class ArticleFinder(IArticleStore store, ITextSearch search)
{
    public async Task<Outcome<Article>> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var id = await IdOfAsync(typed, cancellationToken);
        if (!id.IsOk)
            return id.Error;
        var found = await store.FindAsync([id.Value], cancellationToken);
        return found.Count > 0 ? found[0] : Unknown(typed);
    }

    /// <summary>The article of an id or a link; null when the text is neither or none is stored.</summary>
    public async Task<ArticleHead?> FindExactAsync(string typed, CancellationToken cancellationToken)
    {
        var text = typed.Trim().Trim('<', '>');
        if (ArticleId.TryParse(text, out var id) && await store.HeadsAsync([id], cancellationToken) is [var head])
            return head;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? await store.FindAsync(address, cancellationToken)
            : null;
    }

    private async Task<Outcome<ArticleId>> IdOfAsync(string typed, CancellationToken cancellationToken)
    {
        if (await FindExactAsync(typed, cancellationToken) is { } exact)
            return exact.Id;
        if (Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
            return Unknown(typed);
        var hits = await search.ArticlesAsync(new(typed) { Take = 1 }, cancellationToken);
        if (!hits.IsOk)
            return hits.Error;
        return hits.Value.Hits.Count > 0 ? hits.Value.Hits[0].Article.Id : Unknown(typed);
    }

    private static Error Unknown(string typed) =>
        Errors.NotFound("blog.article", ("typed", MarkdownText.Code(ShortText.Of(typed))));
}
