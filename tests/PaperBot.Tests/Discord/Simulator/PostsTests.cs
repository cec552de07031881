using PaperBot.Discord;

namespace PaperBot.Tests.Discord.Simulator;

/// <summary>A short slice of the campaign <c>DiscordPosts</c>, which posts ten times as much.</summary>
public sealed class PostsTests
{
    [Theory]
    [InlineData(20, 15)]
    [InlineData(60, 60)]
    public async Task Posts_to_many_channels_use_the_limit_up_and_never_hit_it(int shortest, int jitter)
    {
        var random = new Random(42);
        using var direct = new Direct(
            new() { Schemas = null },
            () => TimeSpan.FromMilliseconds(shortest + (jitter * random.NextDouble()))
        );
        var channels = Enumerable
            .Range(0, 100)
            .Select(i => direct.Simulator.World.AddChannel(direct.Town.Guild, $"c{i}"))
            .ToArray();
        var start = direct.Clock.GetUtcNow();

        var posts = Enumerable
            .Range(0, 500)
            .Select(i =>
                direct.Client.Messages.CreateAsync(
                    new Snowflake(channels[i % 100].Id),
                    new MessageCreate { Content = $"{i / 100}" },
                    cancellationToken: TestContext.Current.CancellationToken
                )
            )
            .ToArray();
        while (!Task.WhenAll(posts).IsCompleted)
            direct.Clock.AdvanceToNext().ShouldBeTrue("Everything waits and no timer is set.");
        await Task.WhenAll(posts);

        var requests = direct.Simulator.Log.Requests.ToArray();
        requests.ShouldAllBe(request => request.Status == 200);
        requests.Length.ShouldBe(500);
        // The first fifty need no wait, so 500 posts at 50 a second take nine seconds.
        // What is lost in the first second, when ways are not known yet, weighs more in so few.
        (requests[^1].At - start).ShouldBeLessThan(TimeSpan.FromSeconds(9 / 0.94));
        foreach (var channel in channels)
            channel.Messages.Select(m => m.Content).ShouldBe(["0", "1", "2", "3", "4"]);
    }
}
