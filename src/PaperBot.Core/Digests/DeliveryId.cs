using System.Globalization;
using PaperBot.Core.Delivery;

namespace PaperBot.Core.Digests;

/// <summary>Names one delivery.</summary>
/// <param name="Subscription">The subscription's id.</param>
/// <param name="Day">The day in the subscriber's zone.</param>
/// <param name="Part">0 for the day's digest, from 1 on supplements.</param>
public readonly record struct DeliveryId(string Subscription, DateOnly Day, int Part)
{
    /// <summary>The key under which a platform shows it once.</summary>
    public DeliveryKey Key =>
        new(string.Create(CultureInfo.InvariantCulture, $"digest:{Subscription}:{Day:yyyyMMdd}:{Part}"));

    /// <inheritdoc />
    public override string ToString() => Key.Value;
}
