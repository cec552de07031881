using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest why</c>: where a paper stood in the digests of this place, and why.</summary>
internal sealed class DigestWhyHandler(ISubscriptionStore store, ITexts texts) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("digest why")
        {
            Aliases = ["日报 为什么", "日报为什么"],
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Aliases = ["论文"],
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Text("paper")!;
        if (!ArxivId.TryParse(typed, out var id))
            return Errors.UserInput("digest.paper", ("typed", MarkdownText.Code(InputText.Shorten(typed))));
        var all = await store.OfPlaceAsync(request.Place.Id, cancellationToken);
        if (all.Count == 0)
            return Errors.NotFound("digest.none");
        var lines = new List<string>();
        foreach (var subscription in all)
            lines.Add(
                Line(subscription, await store.WhereAsync(subscription.Id, id.Paper, cancellationToken), request)
            );
        return Reply.Of(string.Join("\n", lines));
    }

    private string Line(DigestSubscription subscription, DeliveredPaper? found, CommandRequest request)
    {
        var locale = request.Locale;
        var categories = MarkdownText.Escape(subscription.Settings.Categories);
        if (found is null)
            return texts.Get(locale, "digest.why.not", ("id", subscription.Id), ("categories", categories));
        var reasons = found.Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = reasons.Length == 0 ? [texts.Get(locale, "digest.reason.order")] : reasons.Select(Word);
        return texts.Get(
            locale,
            "digest.why",
            ("id", subscription.Id),
            ("categories", categories),
            ("day", DayName.Of(found.Delivery.Day)),
            ("announced", DayName.Of(found.Announced)),
            ("position", found.Position.ToString(CultureInfo.InvariantCulture)),
            ("reasons", string.Join(texts.Get(locale, "paper.list.semicolon"), words))
        );

        string Word(string reason) => texts.Get(locale, "digest.reason." + reason);
    }
}
