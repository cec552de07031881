using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest status</c>: what became of the last week's deliveries, for administrators.</summary>
internal sealed class DigestStatusHandler(IDigestDeliveryStore deliveries, ITexts texts, TimeProvider time)
    : ICommandHandler
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    public CommandSpec Spec { get; } =
        new("digest status") { Aliases = ["日报 状态", "日报状态"], WhoMay = WhoMay.Administrators };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var counts = await deliveries.CountAsync(time.GetUtcNow() - Shown, cancellationToken);
        return Reply.Of(
            texts.Get(
                request.Locale,
                "digest.status",
                ("sent", Of(DeliveryState.Sent)),
                ("waiting", Of(DeliveryState.Pending) + Of(DeliveryState.Sending)),
                ("unknown", Of(DeliveryState.Unknown)),
                ("failed", Of(DeliveryState.Failed)),
                ("rejected", Of(DeliveryState.Rejected))
            )
        );

        int Of(DeliveryState state) => counts.GetValueOrDefault(state);
    }
}
