using PaperBot.Core.Queues;

namespace PaperBot.Tests.Core.Queues;

public sealed class GcraTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly SlotCharge Strict = new("requests", 1, TimeSpan.FromSeconds(3));

    [Fact]
    public void A_limit_that_was_never_charged_is_free() =>
        Gcra.EarliestStart(null, Strict).ShouldBe(DateTimeOffset.MinValue);

    [Fact]
    public void A_burst_of_one_means_strict_spacing()
    {
        var tat = Gcra.Charge(null, Strict, Noon);

        Gcra.EarliestStart(tat, Strict).ShouldBe(Noon.AddSeconds(3));
    }

    [Fact]
    public void Unused_burst_brings_the_start_forward()
    {
        var charge = Strict with { Cost = 2, Burst = 5 };
        var tat = Gcra.Charge(Gcra.Charge(null, charge, Noon), charge, Noon);

        tat.ShouldBe(Noon.AddSeconds(12));
        Gcra.EarliestStart(tat, charge).ShouldBe(Noon.AddSeconds(3));
    }

    [Fact]
    public void A_cost_of_nothing_is_never_late_by_itself() =>
        Gcra.Charge(Noon, Strict with { Cost = 0 }, Noon.AddSeconds(1)).ShouldBe(Noon.AddSeconds(1));

    [Fact]
    public void A_burst_longer_than_history_does_not_underflow() =>
        Gcra.EarliestStart(DateTimeOffset.MinValue.AddSeconds(1), Strict with { Burst = 100 })
            .ShouldBe(DateTimeOffset.MinValue);

    [Fact]
    public void A_later_departure_moves_the_slot_and_an_earlier_one_does_not()
    {
        var tat = Gcra.Charge(null, Strict, Noon);

        Gcra.Postpone(tat, Strict, Noon.AddSeconds(1)).ShouldBe(Noon.AddSeconds(4));
        Gcra.Postpone(tat, Strict, Noon.AddSeconds(-1)).ShouldBe(tat);
    }
}
