using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary><c>/arxiv new</c>: what arXiv announced on a day.</summary>
internal sealed class ArxivNewHandler(
    IPaperSource source,
    MyCategories mine,
    AnnouncementPages pages,
    ITexts texts,
    TimeProvider clock
) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("arxiv new")
        {
            Aliases = ["今日", "arxiv 今日"],
            Parameters =
            [
                new Parameter("categories")
                {
                    Positional = true,
                    Aliases = ["分类"],
                    MaxLength = 500,
                },
                new Parameter("date") { Aliases = ["日期"], MaxLength = 40 },
                new Parameter("include")
                {
                    Many = true,
                    Aliases = ["包含"],
                    MaxLength = 60,
                    MaxCount = 20,
                },
                new Parameter("exclude")
                {
                    Many = true,
                    Aliases = ["排除"],
                    MaxLength = 60,
                    MaxCount = 20,
                },
                new Parameter("page", ParameterKind.Integer)
                {
                    Aliases = ["页"],
                    Minimum = 1,
                    Maximum = 1_000,
                },
            ],
            Budget = TimeSpan.FromSeconds(30),
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), request.Zone);
        var question = ArxivNewQuestion.Read(
            request.Text("categories") ?? "",
            request.Text("date"),
            DateOnly.FromDateTime(now.DateTime)
        );
        if (!question.IsOk)
            return question.Error;
        var (words, day) = question.Value;
        CategorySelection? selection;
        if (words.Length == 0)
            selection = await mine.OfAsync(request, cancellationToken);
        else if (!CategorySelection.TryParse(words, out selection, out var error))
            return error;
        if (selection is null)
            return Ask(request.Locale);
        var announcement = await source.AnnouncementAsync(selection, day, request.Caller, cancellationToken);
        if (!announcement.IsOk)
            return announcement.Error;
        var page = new AnnouncementQuestion(
            selection,
            request.Arguments.Texts("include"),
            request.Arguments.Texts("exclude"),
            (int)(request.Arguments.Integer("page") ?? 1)
        );
        return await pages.OfAsync(request, announcement.Value, page, cancellationToken);
    }

    private Reply Ask(Locale locale) =>
        Reply.Of(
            new Card("ask")
            {
                Markdown = texts.Get(locale, "announce.ask"),
                Actions =
                [
                    ReplyAction.Run(texts.Get(locale, "announce.ask.set"), "/me categories:?"),
                    ReplyAction.Run(texts.Get(locale, "announce.ask.once"), "/arxiv new categories:?"),
                ],
            }
        );
}
