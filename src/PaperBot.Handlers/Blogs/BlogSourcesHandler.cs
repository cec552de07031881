using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/blog sources</c>: the blogs, what was taken of each, what was not, and why.</summary>
internal sealed class BlogSourcesHandler(IBlogStore store, ITexts texts, TimeProvider time) : ICommandHandler
{
    private const int Examples = 5;
    private const int Most = 20;

    public CommandSpec Spec { get; } =
        new("blog sources")
        {
            Aliases = ["博客 来源", "博客 列表", "article sources", "文章 来源"],
            Parameters =
            [
                new Parameter("name")
                {
                    Positional = true,
                    Aliases = ["名称"],
                    MaxLength = 300,
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var sources = await store.SourcesAsync(cancellationToken);
        if (request.Text("name")?.Trim() is { Length: > 0 } name)
            sources = [.. sources.Where(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        if (sources.Count == 0)
            return Errors.NotFound(request.Text("name") is null ? "blog.sources.none" : "blog.source");
        var cards = new List<Card>();
        foreach (var source in sources.Take(Most))
            if (
                await store.ReportAsync(source.Name, sources.Count == 1 ? Examples : 0, cancellationToken) is { } report
            )
                cards.Add(Card(report, request.Locale));
        return new Reply(cards);
    }

    private Card Card(BlogReport report, Locale locale)
    {
        var source = report.Source;
        var text = new StringBuilder();
        Line(MarkdownText.Code(source.Name) + texts.Get(locale, "paper.list.dot") + State(report, locale) + "  ");
        Line(texts.Get(locale, "blog.sources.articles", ("count", report.Articles)));
        var others = report
            .Pages.Where(pair => pair.Key is not PageState.Taken && pair.Value > 0)
            .OrderByDescending(pair => pair.Value)
            .ToList();
        foreach (var (state, count) in others)
            Line("- " + texts.Get(locale, Key(state), ("count", count)));
        if (source.Trouble is { } trouble)
            Line(
                "\n"
                    + texts.Get(
                        locale,
                        "blog.sources.trouble",
                        ("reason", Reason(trouble, source.TroubleReason, locale))
                    )
            );
        if (report.Examples.Count > 0)
            Line("\n" + texts.Get(locale, "blog.sources.examples"));
        foreach (var page in report.Examples)
            Line(
                "- "
                    + MarkdownText.Link(ShortText.Of(page.Address.PathAndQuery), page.Address)
                    + " – "
                    + Reason(page.State, page.Reason, locale)
            );
        return new Card($"source:{source.Name}")
        {
            Title = source.Title.Length > 0 ? source.Title : source.Name,
            Link = ArticleLinks.HasPage(source.Address) ? source.Address : null,
            Markdown = text.ToString().TrimEnd(),
            Actions =
            [
                ReplyAction.Run(texts.Get(locale, "blog.action.new"), $"/blog new in:{CommandLine.Quote(source.Name)}"),
            ],
        };

        void Line(string line) => text.Append(line).Append('\n');
    }

    private string State(BlogReport report, Locale locale)
    {
        var source = report.Source;
        if (source.Origin == BlogOrigin.Sample)
            return texts.Get(locale, "blog.sources.sample");
        if (source.Paused)
            return texts.Get(locale, "blog.sources.paused");
        if (source.FirstReadAt is null)
            return texts.Get(locale, "blog.sources.reading");
        return source.DueAt is { } due && due > time.GetUtcNow()
            ? texts.Get(locale, "blog.sources.next", ("time", TimeToken.Of(due)))
            : texts.Get(locale, "blog.sources.due");
    }

    private string Reason(PageState state, string? reason, Locale locale)
    {
        var word = texts.Get(locale, $"blog.reason.{Name(state)}");
        return reason is null ? word : $"{word} ({MarkdownText.Escape(reason)})";
    }

    private static string Key(PageState state) => $"blog.pages.{Name(state)}";

    private static string Name(PageState state) => state.ToString().ToLowerInvariant();
}
