using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Pictures;
using PaperBot.Core.Replies;
using PaperBot.Platforms.WeChat;
using PaperBot.Platforms.WeChat.Robot;
using PaperBot.Testing.Pictures;
using PaperBot.Testing.Time;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;
using PaperBot.Tests.Platforms.Web;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>The group robot's webhook, which only posts.</summary>
public sealed class RobotTests
{
    private static readonly Destination Group = new(new PlaceId(RobotOutbox.Name, "group"));

    [Fact]
    public async Task A_post_comes_once_and_a_wrong_key_is_told()
    {
        await using var desk = await Desk.StartAsync();

        var first = await desk.PostAsync(Reply.Of("**日报**"), "k");
        var again = await desk.PostAsync(Reply.Of("**日报**"), "k");
        desk.Robot.RefusesWith = 93000;
        var gone = await desk.PostAsync(Reply.Of("x"), "l");

        first.ShouldBeOfType<DeliveryResult.Sent>();
        again.ShouldBe(first);
        desk.Robot.Messages.ShouldBe(["**日报**"]);
        gone.ShouldBeOfType<DeliveryResult.Failed>().Reason.ShouldBe(DeliveryFailure.Gone);
        await desk.Notices.HeardAsync("refused.93000");
    }

    [Fact]
    public async Task A_refusal_is_told_again_when_it_went_well_in_between()
    {
        await using var desk = await Desk.StartAsync();

        desk.Robot.RefusesWith = 93000;
        await desk.PostAsync(Reply.Of("a"), "a");
        await desk.PostAsync(Reply.Of("a"), "a");
        desk.Robot.RefusesWith = 0;
        await desk.PostAsync(Reply.Of("a"), "a");
        desk.Robot.RefusesWith = 93000;
        await desk.PostAsync(Reply.Of("b"), "b");

        await desk.Notices.HeardAsync("refused.93000", times: 2);
        desk.Robot.Messages.ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_post_whose_fate_nobody_knows_is_not_repeated_silently()
    {
        await using var desk = await Desk.StartAsync();

        desk.Robot.IsMute = true;
        var unknown = await desk.PostAsync(Reply.Of("日报"), "k");
        desk.Robot.IsMute = false;
        var again = await desk.PostAsync(Reply.Of("日报"), "k");

        unknown.ShouldBeOfType<DeliveryResult.Unknown>();
        again.ShouldBeOfType<DeliveryResult.Sent>();
        desk.Robot.Messages.Count.ShouldBe(2);
        desk.Robot.Messages[0].ShouldBe("日报");
        desk.Robot.Messages[1].ShouldContain("Part 1 of 1 may not have arrived");
    }

    [Fact]
    public async Task No_more_than_twenty_go_out_in_a_minute_and_a_long_post_goes_on_where_it_stood()
    {
        await using var desk = await Desk.StartAsync();
        var lines = Enumerable.Range(0, 4_000).Select(i => $"第{i}行：注意力就是一切所需。").ToList();
        var reply = Reply.Of(string.Join("\n\n", lines));

        var results = new List<DeliveryResult>();
        do
        {
            results.Add(await desk.PostAsync(reply, "k"));
            desk.Clock.Advance(TimeSpan.FromSeconds(20));
        } while (results[^1] is not DeliveryResult.Sent);

        results[0].ShouldBeOfType<DeliveryResult.Failed>().Reason.ShouldBe(DeliveryFailure.Unavailable);
        desk.Robot.Messages.Count.ShouldBeGreaterThan(20);
        string.Join("\n\n", desk.Robot.Messages).Split("\n\n").ShouldBe(lines);
    }

    private sealed class Desk(WeChatServer server, WebPage page, ManualTimeProvider clock, HeardNotices notices)
        : IAsyncDisposable
    {
        public ManualTimeProvider Clock => clock;

        public HeardNotices Notices => notices;

        public RobotSimulator Robot => server.Robot;

        public static async Task<Desk> StartAsync()
        {
            var clock = new ManualTimeProvider();
            var server = await WeChatServer.StartAsync(robot: new RobotSimulator(clock));
            var notices = new HeardNotices();
            var settings = new Dictionary<string, string?>
            {
                ["WeChat:Webhook:Url"] = $"{server.Url}cgi-bin/webhook/send?key={server.Robot.Key}",
            };
            var page = await WebPage.StartAsync(
                settings,
                time: clock,
                services: services =>
                {
                    services.AddSingleton<IFormulaPictures>(new FakePictures());
                    services.AddSingleton<IOwnerNotices>(notices);
                    services.AddWeChat(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
                }
            );
            return new Desk(server, page, clock, notices);
        }

        public Task<DeliveryResult> PostAsync(Reply reply, string key) =>
            page.OutboxOf(RobotOutbox.Name).PostAsync(Group, reply, new(key), CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await page.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
