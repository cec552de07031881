using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class AccessGateTests : IAsyncDisposable
{
    private static readonly CommandSpec Ask = new("ask") { Costly = true };
    private static readonly CommandSpec Settings = new("settings") { WhoMay = WhoMay.PlaceManagers };
    private static readonly PlaceId Server = new("test", "server1");
    private static readonly Place Channel = new(new PlaceId("test", "channel1"), PlaceKind.Group, Server);

    private static readonly Place Thread = new(
        new PlaceId("test", "thread1"),
        PlaceKind.Thread,
        Channel.Id,
        Server: Server
    );

    private readonly RouterRig _rig = new(Ask, Settings, SampleSpecs.About);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData("/about")]
    [InlineData("nonsense that is no command")]
    public async Task A_blocked_person_gets_one_private_sentence_and_nothing_else(string text)
    {
        await SetAsync(PreferenceName.Blocked, "test:2 test:reader");

        var response = await _rig.AskAsync(In(Channel, text));

        response.Error!.Message.Key.ShouldBe("error.access.blocked");
        response.Reply!.Visibility.ShouldBe(Visibility.Private);
        _rig["about"].Requests.ShouldBeEmpty();
        (await _rig.AskAsync(In(Channel, "/about").By("somebody"))).Error.ShouldBeNull();
        (await _rig.AskAsync(Incomings.Of("/about"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task The_bot_answers_only_in_the_channels_named_and_in_their_threads()
    {
        await SetAsync(PreferenceName.Places, "test:channel1");
        var other = new Place(new PlaceId("test", "channel2"), PlaceKind.Group, Server);

        (await KeyAsync(In(Channel, "/about"))).ShouldBeNull();
        (await KeyAsync(In(Thread, "/about"))).ShouldBeNull();
        (await KeyAsync(In(other, "/about"))).ShouldBe("error.access.place");
        (await KeyAsync(In(other, "/about") with { ManagesPlace = true })).ShouldBe("error.access.place");
    }

    [Fact]
    public async Task Those_who_manage_a_server_reach_its_settings_from_everywhere()
    {
        await SetAsync(PreferenceName.Places, "test:channel2");
        await SetAsync(PreferenceName.Blocked, "test:reader");

        (await KeyAsync(In(Channel, "/settings") with { ManagesPlace = true })).ShouldBeNull();
        (await KeyAsync(In(Channel, "/settings"))).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("managers", false)]
    [InlineData("test:1", false)]
    [InlineData("test:1 test:reader", true)]
    [InlineData("&7", false)]
    [InlineData("&7 &8", true)]
    public async Task Costly_commands_are_for_whom_the_server_names(string? rule, bool mayUse)
    {
        if (rule is not null)
            await SetAsync(PreferenceName.Costly, rule);
        var incoming = In(Thread, "/ask") with { Groups = ["8"] };

        (await KeyAsync(incoming)).ShouldBe(mayUse ? null : "error.access.costly");
        (await KeyAsync(In(Thread, "/about"))).ShouldBeNull();
        (await KeyAsync(In(Thread, "/ask") with { ManagesPlace = true })).ShouldBeNull();
    }

    [Fact]
    public async Task The_owners_configuration_counts_everywhere_and_for_its_platform_only()
    {
        _rig.Audience = new CostlyAudience("test", [Server], [new PersonId("test", "friend")]);
        var elsewhere = new Place(new PlaceId("test", "channel9"), PlaceKind.Group, new PlaceId("test", "server9"));

        (await KeyAsync(In(Thread, "/ask"))).ShouldBeNull();
        (await KeyAsync(In(elsewhere, "/ask"))).ShouldBe("error.access.audience");
        (await KeyAsync(In(elsewhere, "/ask") with { ManagesPlace = true })).ShouldBe("error.access.audience");
        (await KeyAsync(In(elsewhere, "/ask").By("friend"))).ShouldBeNull();
        (await KeyAsync(Incomings.Of("/ask"))).ShouldBe("error.access.audience");
        (await KeyAsync(In(elsewhere, "/about"))).ShouldBeNull();
        var other = Incomings.Of("/ask") with { Person = new Person(new PersonId("other", "1")) };
        (await KeyAsync(other)).ShouldBeNull();
    }

    [Fact]
    public async Task Administrators_pass()
    {
        _rig.With("Access:Administrators:0", "test:reader");
        _rig.Audience = new CostlyAudience("test", [new PlaceId("test", "server9")], []);
        await SetAsync(PreferenceName.Blocked, "test:reader");
        await SetAsync(PreferenceName.Places, "test:channel2");

        (await KeyAsync(In(Channel, "/ask"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_platform_that_asks_beforehand_is_told_the_same()
    {
        await SetAsync(PreferenceName.Blocked, "test:reader");

        var checkedBefore = await _rig.Router.CheckAsync(In(Channel, "/about"), Cancel);

        checkedBefore.Error.Kind.ShouldBe(ErrorKind.Refused);
    }

    [Fact]
    public async Task The_language_of_a_server_counts_in_its_threads()
    {
        await SetAsync(PreferenceName.Language, Locale.Chinese.Tag);

        (await _rig.AskAsync(In(Thread, "/about"))).Locale.ShouldBe(Locale.Chinese);
    }

    private async Task SetAsync(string name, string value) =>
        await _rig.Preferences.WriteAsync(PreferenceOwner.Of(Server), name, value, Cancel);

    private async Task<string?> KeyAsync(Incoming incoming) => (await _rig.AskAsync(incoming)).Error?.Message.Key;

    private static Incoming In(Place place, string text) => Incomings.Of(text) with { Place = place };
}
