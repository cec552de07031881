using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Preferences;
using PaperBot.Testing.Preferences;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Handlers.Preferences;

public sealed class PreferenceTests
{
    private readonly InMemoryPreferenceStore _store = new();
    private readonly MeHandler _me;
    private readonly SettingsHandler _settings;

    public PreferenceTests()
    {
        var editor = new PreferenceEditor(_store, HandlerRig.Texts);
        (_me, _settings) = (
            new MeHandler(editor),
            new SettingsHandler(editor, new RulesEditor(_store, HandlerRig.Texts))
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_person_chooses_is_kept_in_canonical_form()
    {
        var outcome = await _me.AskAsync("/我的 语言：中文 时区：北京 分类:\"cs.AI + cs.LG - cs.CY\"");

        var chosen = await _store.ReadAsync(PreferenceOwner.Of(Incomings.Reader), Cancel);
        chosen[PreferenceName.Language].ShouldBe("zh-CN");
        chosen[PreferenceName.Zone].ShouldBe("Asia/Shanghai");
        chosen[PreferenceName.Categories].ShouldBe("cs.AI+cs.LG-cs.CY");
        outcome.Value.Visibility.ShouldBe(Visibility.Private);
        outcome.Text().ShouldContain("已保存");
    }

    [Fact]
    public async Task Without_a_value_the_choices_are_shown()
    {
        await _me.AskAsync("/me zone:UTC+8");

        var text = (await _me.AskAsync("/me")).Text();

        text.ShouldContain("- Language: not chosen");
        text.ShouldContain("- Time zone: `Etc/GMT-8`");
        text.ShouldNotContain("That is kept");
    }

    [Theory]
    [InlineData("default")]
    [InlineData("none")]
    [InlineData("-")]
    [InlineData("默认")]
    public async Task A_choice_can_be_taken_back(string word)
    {
        await _me.AskAsync("/me language:zh zone:tokyo categories:cs.AI");

        await _me.AskAsync($"/me language:{word} zone:{word} categories:{word}");

        (await _store.ReadAsync(PreferenceOwner.Of(Incomings.Reader), Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/me language:zh zone:Atlantis", "error.zone")]
    [InlineData("/me language:zh categories:nothing.XX", null)]
    public async Task One_wrong_value_changes_nothing(string line, string? key)
    {
        var error = (await _me.AskAsync(line)).Error;

        error.Kind.ShouldBe(ErrorKind.UserInput);
        if (key is not null)
            error.Message.Key.ShouldBe(key);
        (await _store.ReadAsync(PreferenceOwner.Of(Incomings.Reader), Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("asia/shanghai", "Asia/Shanghai")]
    [InlineData("Shanghai", "Asia/Shanghai")]
    [InlineData("new york", "America/New_York")]
    [InlineData("北京时间", "Asia/Shanghai")]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("ＵＴＣ＋８", "Etc/GMT-8")]
    [InlineData("GMT-5", "Etc/GMT+5")]
    [InlineData("+0", "Etc/UTC")]
    public void A_zone_is_read_as_people_write_it(string text, string name)
    {
        ZoneName.TryParse(text, out var found).ShouldBeTrue();
        found.ShouldBe(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("UTC+15")]
    [InlineData("../../etc/passwd")]
    [InlineData("Asia/Nowhere")]
    public void What_is_no_zone_is_none(string text) =>
        (text.Length > 0 && ZoneName.TryParse(text, out _)).ShouldBeFalse();

    [Fact]
    public async Task A_thread_has_the_settings_of_what_it_stands_in()
    {
        var parent = new PlaceId("test", "channel");
        var thread = new Place(new PlaceId("test", "thread"), PlaceKind.Thread, parent);
        var request = HandlerRig.Request(_settings, "/settings language:zh").InPlace(thread);

        await _settings.HandleAsync(request, Cancel);

        (await _store.ReadAsync(PreferenceOwner.Of(parent), Cancel))[PreferenceName.Language].ShouldBe("zh-CN");
        _settings.Spec.WhoMay.ShouldBe(WhoMay.PlaceManagers);
    }

    [Fact]
    public async Task Zones_are_offered_while_somebody_types()
    {
        var source = new ZoneSuggestions();
        source.Serves(_me.Spec, _me.Spec.Find("zone")!).ShouldBeTrue();

        var offered = await source.SuggestAsync(_me.Spec, _me.Spec.Find("zone")!, "北京", Locale.English, 5, Cancel);

        offered[0].Value.ShouldBe("Asia/Shanghai");
    }
}
