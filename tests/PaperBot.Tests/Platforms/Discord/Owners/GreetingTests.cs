using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.Core.Preferences;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Discord.Json;
using PaperBot.Platforms.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Owners;
using PaperBot.Testing.Delivery;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Discord.World;
using PaperBot.Testing.Preferences;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Platforms.Discord.Owners;

public sealed class GreetingTests : IDisposable
{
    private static readonly TextCatalogue Texts = new([new TextSource(typeof(DiscordServices).Assembly)]);

    private readonly ManualTimeProvider _clock = new();
    private readonly DiscordSimulator _simulator;
    private readonly Town _town;
    private readonly RecordingOutbox _outbox = new("discord");
    private readonly InMemoryPreferenceStore _preferences = new();
    private readonly DiscordLink _link;
    private readonly DiscordWork _work;

    public GreetingTests()
    {
        _simulator = new DiscordSimulator(_clock);
        _town = _simulator.AddTown();
        var settings = new DiscordSettings
        {
            Token = _simulator.Options.Token,
            ApiUrl = "http://discord.invalid/api/v10/",
        };
        var seams = new DiscordSeams { Http = new InProcessHttp(_simulator), Time = _clock };
        _link = new DiscordLink(Options.Create(settings), seams);
        _work = new DiscordWork(_clock, NullLogger<DiscordWork>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _work.Dispose();
        _link.Dispose();
    }

    [Fact]
    public async Task A_guild_is_greeted_once_also_after_a_restart()
    {
        await JoinAsync();
        var (destination, reply, _) = await _outbox.NextAsync(Cancel);
        destination.Place.ShouldBe(DiscordIds.Place(new Snowflake(_town.Papers.Id)));
        var text = reply.Cards[0].Markdown;
        text.ShouldContain("I have every permission that I need");
        text.ShouldContain("reload Discord");

        await JoinAsync();
        await JoinAsync();
        await _work.StopAsync(Cancel);

        _outbox.Seen.Count.ShouldBe(1);
        (
            await _preferences.ReadAsync(PreferenceOwner.Of(DiscordIds.Place(new Snowflake(_town.Guild.Id))), Cancel)
        ).Keys.ShouldBe(["greeted"]);
    }

    [Fact]
    public async Task What_is_missing_is_said_with_its_reason_and_its_channels()
    {
        _town.Papers.Overwrites[_town.Guild.Id] = (0, Rights.None, Rights.AttachFiles | Rights.SendMessages);
        _town.Talk.Overwrites[_town.Guild.Id] = (0, Rights.None, Rights.AttachFiles);

        await JoinAsync();

        var (destination, reply, _) = await _outbox.NextAsync(Cancel);
        destination.Place.ShouldBe(DiscordIds.Place(new Snowflake(_town.Talk.Id)));
        var text = reply.Cards[0].Markdown;
        text.ShouldContain("In all channels: Attach Files: formulas");
        text.ShouldContain("papers: Send Messages:");
        text.ShouldNotContain("Embed Links");
    }

    [Fact]
    public async Task A_guild_of_long_ago_is_not_greeted()
    {
        _clock.Advance(TimeSpan.FromDays(8));

        await JoinAsync();
        await _work.StopAsync(Cancel);

        _outbox.Seen.ShouldBeEmpty();
    }

    [Fact]
    public void The_link_asks_for_the_scopes_and_for_nothing_else_than_what_has_a_reason()
    {
        var link = Invitation.Link(new Snowflake(7)).AbsoluteUri;

        link.ShouldBe(
            "https://discord.com/oauth2/authorize?client_id=7&scope=bot+applications.commands&permissions="
                + $"{(1UL << 10) | (1UL << 11) | (1UL << 14) | (1UL << 15) | (1UL << 16) | (1UL << 35) | (1UL << 38)}"
        );
        Invitation.Sentences(new Snowflake(7)).Count().ShouldBe(3 + NeededPermission.All.Count);
    }

    private async Task JoinAsync()
    {
        _link.Introduce(
            await _link.Client.Applications.GetMeAsync(Cancel),
            await _link.Client.Users.GetMeAsync(Cancel)
        );
        var greeter = new GuildGreeter(
            _link,
            _work,
            new Greeting(Texts),
            _preferences,
            [_outbox],
            _clock,
            NullLogger<GuildGreeter>.Instance
        );
        var json = JsonSerializer.SerializeToElement(_town.Guild.ToCreateJson(_ => true));
        var guild = json.Deserialize(DiscordJson.Wire.Guild);
        await greeter.OnEventAsync(new GatewayEvent(GatewayEventNames.GuildCreate, guild, json, 0, 2, 0), Cancel);
    }
}
