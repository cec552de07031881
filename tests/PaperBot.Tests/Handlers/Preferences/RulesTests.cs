using PaperBot.Core.Identity;
using PaperBot.Core.Preferences;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Preferences;
using PaperBot.Testing.Preferences;

namespace PaperBot.Tests.Handlers.Preferences;

public sealed class RulesTests
{
    private static readonly PlaceId Server = new("test", "server1");
    private static readonly Place Channel = new(new PlaceId("test", "500"), PlaceKind.Group, Server);

    private readonly InMemoryPreferenceStore _store = new();
    private readonly SettingsHandler _settings;

    public RulesTests()
    {
        var texts = HandlerRig.Texts;
        _settings = new SettingsHandler(new PreferenceEditor(_store, texts), new RulesEditor(_store, texts));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("channels:here", PreferenceName.Places, "test:500")]
    [InlineData("channels:\"<#12> <#34>\"", PreferenceName.Places, "test:12 test:34")]
    [InlineData("频道:<#12>，这里", PreferenceName.Places, "test:12 test:500")]
    [InlineData("costly:managers", PreferenceName.Costly, "managers")]
    [InlineData("付费:管理者", PreferenceName.Costly, "managers")]
    [InlineData("costly:<@1><@&2>,3", PreferenceName.Costly, "test:1 &2 test:3")]
    [InlineData("block:<@1>,<@!2>", PreferenceName.Blocked, "test:1 test:2")]
    public async Task A_rule_is_kept_for_the_whole_server(string typed, string name, string kept)
    {
        var text = await AskAsync($"/settings {typed}");

        (await RulesAsync())[name].ShouldBe(kept);
        (await _store.ReadAsync(PreferenceOwner.Of(Channel.Id), Cancel)).ShouldBeEmpty();
        text.ShouldContain("That is kept.");
    }

    [Theory]
    [InlineData("channels:papers", "error.rules.channel")]
    [InlineData("channels:<@1>", "error.rules.channel")]
    [InlineData("costly:friends", "error.rules.costly")]
    [InlineData("block:<@&2>", "error.rules.person")]
    [InlineData("block:<#2>", "error.rules.person")]
    public async Task What_names_nobody_changes_nothing(string typed, string key)
    {
        var request = HandlerRig.Request(_settings, $"/settings language:zh {typed}").InPlace(Channel);

        var outcome = await _settings.HandleAsync(request, Cancel);

        outcome.Error.Message.Key.ShouldBe(key);
        (await RulesAsync()).ShouldBeEmpty();
        (await _store.ReadAsync(PreferenceOwner.Of(Channel.Id), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Persons_are_blocked_and_unblocked_one_by_one()
    {
        await AskAsync("/settings block:<@1>");
        await AskAsync("/settings block:<@2>");
        await AskAsync("/settings unblock:<@1> block:<@3>");
        (await RulesAsync())[PreferenceName.Blocked].ShouldBe("test:2 test:3");

        await AskAsync("/settings unblock:<@2>,<@3>");

        (await RulesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rule_is_taken_back()
    {
        await AskAsync("/settings channels:here costly:managers");

        await AskAsync("/settings channels:all costly:default");

        (await RulesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Language_and_zone_are_set_for_the_channel_or_for_the_server()
    {
        await AskAsync("/settings zone:Asia/Shanghai");
        await AskAsync("/settings zone:Europe/Vienna scope:server");

        (await _store.ReadAsync(PreferenceOwner.Of(Channel.Id), Cancel))[PreferenceName.Zone].ShouldBe("Asia/Shanghai");
        (await RulesAsync())[PreferenceName.Zone].ShouldBe("Europe/Vienna");
    }

    [Fact]
    public async Task The_rules_are_shown_in_both_languages()
    {
        await AskAsync("/settings costly:managers block:<@1>");

        (await AskAsync("/settings")).ShouldContain(
            "- I answer in: all channels\n"
                + "- Commands that cost money are for: only those who manage this server\n"
                + "- Blocked: `test:1`"
        );
        var chinese = await AskAsync("/设置", Locale.Chinese);
        chinese.ShouldContain("- 可使用付费命令的人：仅服务器管理者");
    }

    [Fact]
    public async Task Alone_with_the_bot_there_is_nothing_to_lay_down()
    {
        var error = (await _settings.AskAsync("/settings costly:managers")).Error;

        error.Message.Key.ShouldBe("error.rules.direct");
        (await _settings.AskAsync("/settings")).Text().ShouldNotContain("Rules");
    }

    [Fact]
    public async Task Seventy_persons_fit_and_a_hundred_do_not()
    {
        await AskAsync($"/settings block:{Persons(70)}");
        var request = HandlerRig.Request(_settings, $"/settings block:{Persons(100)}").InPlace(Channel);

        var outcome = await _settings.HandleAsync(request, Cancel);

        (await RulesAsync())[PreferenceName.Blocked].Split(' ').Length.ShouldBe(70);
        outcome.Error.Message.Key.ShouldBe("error.rules.many");

        static string Persons(int count) =>
            string.Join(',', Enumerable.Range(0, count).Select(i => 80351110224678900 + i));
    }

    private async Task<string> AskAsync(string line, Locale locale = default)
    {
        var request = HandlerRig.Request(_settings, line, locale).InPlace(Channel);
        return (await _settings.HandleAsync(request, Cancel)).Text();
    }

    private Task<IReadOnlyDictionary<string, string>> RulesAsync() =>
        _store.ReadAsync(PreferenceOwner.Of(Server), Cancel);
}
