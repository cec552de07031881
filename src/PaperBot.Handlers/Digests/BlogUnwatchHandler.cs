using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/blog unwatch</c>: ends what <c>/blog watch</c> began.</summary>
internal sealed class BlogUnwatchHandler(ISubscriptionStore store, ITexts texts) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("blog unwatch")
        {
            Aliases = ["博客 取消关注", "取消关注博客"],
            WhoMay = WhoMay.PlaceManagers,
            Parameters = [BlogWatchHandler.Source],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var name = request.Text("source")!.Trim();
        var watch = (await store.OfPlaceAsync(request.Place.Id, cancellationToken)).FirstOrDefault(one =>
            name.Equals(one.Settings.Blog, StringComparison.OrdinalIgnoreCase)
        );
        if (watch is null)
            return Errors.NotFound(
                "digest.blog.none",
                ("source", MarkdownText.Escape(name)),
                ("line", MarkdownText.Code($"{(request.Locale.IsChinese ? "/博客 关注" : "/blog watch")} {name}"))
            );
        await store.RemoveAsync(watch.Id, cancellationToken);
        return Reply.Of(texts.Get(request.Locale, "digest.blog.ended", ("source", MarkdownText.Escape(name))));
    }
}
