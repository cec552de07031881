using PaperBot.Testing.Queues;

namespace PaperBot.Tests.Upstreams.Queueing;

/// <summary>The short size of the queue campaign; the full one is in tests/PaperBot.Benchmarks.</summary>
public sealed class CampaignTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.2, 1)]
    [InlineData(0.2, 2)]
    [InlineData(0.2, 3)]
    public void A_thousand_items_use_their_slots_and_keep_the_pace(double faults, int seed)
    {
        var result = new QueueCampaign(items: 1000, faults, seed).Run();

        output.WriteLine(result.ToString());
        result.Utilisation.ShouldBeGreaterThanOrEqualTo(0.99);
        result.Reported.ShouldBeGreaterThanOrEqualTo(0.99);
        result.SmallestGap.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
        result.MostAtOnce.ShouldBe(1);
        (result.Answered + result.Failed).ShouldBe(1000);
        result.Failed.ShouldBeLessThanOrEqualTo(faults == 0 ? 0 : 10);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        var once = new QueueCampaign(items: 200, faults: 0.2, seed: 7).Run();

        new QueueCampaign(items: 200, faults: 0.2, seed: 7).Run().ShouldBe(once);
    }
}
