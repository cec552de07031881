using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Papers;

/// <summary><c>/arxiv search</c>: papers by words, author, category and time.</summary>
internal sealed class ArxivSearchHandler(IPaperSource source, SearchPages pages, TimeProvider clock) : ICommandHandler
{
    private const int MostPages = 100;

    public CommandSpec Spec { get; } =
        new("arxiv search")
        {
            Aliases = ["搜论文", "arxiv 搜索"],
            Parameters =
            [
                new Parameter("query")
                {
                    Positional = true,
                    Aliases = ["词"],
                    MaxLength = 300,
                },
                new Parameter("in") { Aliases = ["分类"], MaxLength = 500 },
                new Parameter("author") { Aliases = ["作者"], MaxLength = 100 },
                new Parameter("from") { Aliases = ["从"], MaxLength = 40 },
                new Parameter("to") { Aliases = ["到"], MaxLength = 40 },
                new Parameter("sort", ParameterKind.Choice)
                {
                    Aliases = ["排序"],
                    Choices = [new Choice("relevance", "相关"), new Choice("date", "newest", "日期", "最新")],
                },
                new Parameter("page", ParameterKind.Integer)
                {
                    Aliases = ["页"],
                    Minimum = 1,
                    Maximum = MostPages,
                },
            ],
            Budget = TimeSpan.FromSeconds(20),
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var read = Read(request);
        if (!read.IsOk)
            return read.Error;
        var query = read.Value;
        var list = await source.SearchAsync(query, request.Caller, cancellationToken);
        return list.IsOk ? await pages.OfAsync(request, query, list.Value, cancellationToken) : list.Error;
    }

    private Outcome<PaperQuery> Read(CommandRequest request)
    {
        var words = request.Text("query")?.Trim() ?? "";
        var author = request.Text("author")?.Trim();
        var hasWords = Words.Of(words).Count > 0;
        string[] others = ["in", "from", "to"];
        if (!hasWords && Words.Of(author ?? "").Count == 0 && !others.Any(request.Arguments.Has))
            return Errors.UserInput("search.empty");
        CategorySelection? categories = null;
        if (request.Text("in") is { } text && !CategorySelection.TryParse(text, out categories, out var error))
            return error;
        var from = Bound(request, "from", isEnd: false);
        if (!from.IsOk)
            return from.Error;
        var to = Bound(request, "to", isEnd: true);
        if (!to.IsOk)
            return to.Error;
        if (from.Value > to.Value)
            return Errors.UserInput(
                "search.range",
                ("from", DayName.Of(from.Value.Value)),
                ("to", DayName.Of(to.Value.Value))
            );
        var page = (int)(request.Arguments.Integer("page") ?? 1);
        return new PaperQuery(words)
        {
            Categories = categories,
            Author = author,
            From = from.Value,
            To = to.Value,
            NewestFirst = request.Text("sort") == "date" || !hasWords,
            Skip = (page - 1) * SearchPages.PageSize,
            Take = SearchPages.PageSize,
        };
    }

    private Outcome<DateOnly?> Bound(CommandRequest request, string name, bool isEnd)
    {
        if (request.Text(name) is not { } text)
            return Outcome.Of<DateOnly?>(null);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), request.Zone).DateTime);
        return DayText.TryParseBound(text, today, isEnd, out var day)
            ? Outcome.Of<DateOnly?>(day)
            : Errors.UserInput("announce.day", ("typed", Core.Texts.MarkdownText.Code(ShortText.Of(text))));
    }
}
