using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/blog watch</c>: tells a blog's new articles here as they come.</summary>
internal sealed class BlogWatchHandler(
    ISubscriptionStore store,
    IBlogStore blogs,
    BlogPlanner planner,
    DigestGate gate,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    /// <summary>The parameter that names the blog.</summary>
    public static Parameter Source { get; } =
        new("source")
        {
            Required = true,
            Positional = true,
            Aliases = ["来源"],
            MaxLength = 100,
        };

    public CommandSpec Spec { get; } =
        new("blog watch")
        {
            Aliases = ["博客 关注", "关注博客"],
            WhoMay = WhoMay.PlaceManagers,
            Parameters = [Source],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var name = request.Text("source")!.Trim();
        var source = (await blogs.SourcesAsync(cancellationToken)).FirstOrDefault(one =>
            one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
        if (source is null)
            return Errors.NotFound("blog.source");
        var all = await store.OfPlaceAsync(request.Place.Id, cancellationToken);
        if (all.All(one => one.Settings.Blog != source.Name))
        {
            if (await gate.RefusalAsync(request, cancellationToken) is { } refused)
                return refused;
            var now = time.GetUtcNow();
            var settings = new DigestSettings
            {
                Categories = "",
                Blog = source.Name,
                KnownArticles = await planner.KnownAsync(source, true, cancellationToken),
                Language = request.Locale.Tag,
            };
            var day = DateOnly.FromDateTime(now.UtcDateTime);
            while (
                !await store.AddAsync(
                    new DigestSubscription(DigestGate.NewId(), request.Place, settings, now, day, now),
                    request.Person.Id,
                    cancellationToken
                )
            ) { }
        }

        return Reply.Of(
            new Card("watch")
            {
                Markdown = texts.Get(
                    request.Locale,
                    "digest.blog.watched",
                    ("title", MarkdownText.Escape(source.Title))
                ),
                Actions =
                [
                    ReplyAction.Run(texts.Get(request.Locale, "digest.blog.unwatch"), $"/blog unwatch {source.Name}"),
                ],
            }
        );
    }
}
