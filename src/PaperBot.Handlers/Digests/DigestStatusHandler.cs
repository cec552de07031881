using System.Text;
using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// <c>/digest status</c>: what became of the last week's deliveries, what is switched off and why, for administrators.
/// </summary>
internal sealed class DigestStatusHandler(
    ISubscriptionStore store,
    IDigestDeliveryStore deliveries,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    private const int MostLines = 15;
    private static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    public CommandSpec Spec { get; } =
        new("digest status") { Aliases = ["日报 状态", "日报状态"], WhoMay = WhoMay.Administrators };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        var since = time.GetUtcNow() - Shown;
        var all = await store.CountAsync(cancellationToken);
        var counts = await deliveries.CountAsync(since, cancellationToken);
        var text = new StringBuilder(
            texts.Get(
                locale,
                "digest.status.subscriptions",
                ("active", all.GetValueOrDefault(DigestState.Active)),
                ("paused", all.GetValueOrDefault(DigestState.Paused)),
                ("refused", all.GetValueOrDefault(DigestState.Refused))
            )
        );
        text.Append("\n\n")
            .Append(
                texts.Get(
                    locale,
                    "digest.status",
                    ("sent", Of(DeliveryState.Sent)),
                    ("waiting", Of(DeliveryState.Pending) + Of(DeliveryState.Sending)),
                    ("unknown", Of(DeliveryState.Unknown)),
                    ("failed", Of(DeliveryState.Failed)),
                    ("rejected", Of(DeliveryState.Rejected))
                )
            );
        var refused = await store.InStateAsync(DigestState.Refused, MostLines, cancellationToken);
        Add(
            "digest.status.refused",
            refused.Select(one =>
                texts.Get(
                    locale,
                    "digest.status.refused.line",
                    ("id", one.Id),
                    ("categories", MarkdownText.Escape(one.Settings.Categories)),
                    ("place", MarkdownText.Code(one.Place.Id.ToString()))
                )
            )
        );
        var troubles = await deliveries.TroublesAsync(since, MostLines, cancellationToken);
        Add(
            "digest.status.troubles",
            troubles.Select(one =>
                texts.Get(
                    locale,
                    "digest.status.trouble.line",
                    ("id", one.Id.Subscription),
                    ("day", one.Id.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                    ("part", one.Id.Part),
                    ("state", texts.Get(locale, $"digest.state.{one.State.ToString().ToLowerInvariant()}")),
                    ("reason", texts.Get(locale, $"digest.failure.{(one.Reason ?? "unknown").ToLowerInvariant()}")),
                    ("attempt", one.Attempt)
                )
            )
        );
        return Reply.Of(text.ToString());

        int Of(DeliveryState state) => counts.GetValueOrDefault(state);

        void Add(string heading, IEnumerable<string> lines)
        {
            var shown = lines.ToList();
            if (shown.Count > 0)
                text.Append("\n\n").Append(texts.Get(locale, heading)).Append('\n').AppendJoin('\n', shown);
        }
    }
}
