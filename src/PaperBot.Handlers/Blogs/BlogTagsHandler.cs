using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog tags</c>: the tags with their numbers of articles.</summary>
internal sealed class BlogTagsHandler(IArticleStore store, ITexts texts) : ICommandHandler
{
    private const int Most = 40;
    private const int Buttons = 5;

    public CommandSpec Spec { get; } =
        new("blog tags") { Aliases = ["博客 标签", "article tags", "文章 标签"], Parameters = [ArticleList.In] };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var tags = await store.TagsAsync(request.Text("in")?.Trim(), Most, cancellationToken);
        if (tags.Count == 0)
            return Errors.NotFound("blog.tags.none");
        var names = tags.Select(tag => FormattableString.Invariant($"{MarkdownText.Escape(tag.Name)} ({tag.Count})"));
        return Reply.Of(
            new Card("tags")
            {
                Markdown =
                    texts.Get(request.Locale, "blog.tags.heading")
                    + "\n\n"
                    + string.Join(texts.Get(request.Locale, "paper.list.dot"), names),
                Actions =
                [
                    .. tags.Take(Buttons)
                        .Select(tag => ReplyAction.Run(tag.Name, "/blog new tag:" + CommandLine.Quote(tag.Name))),
                ],
            }
        );
    }
}
