using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Core.Progress;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Testing.Progress;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class CommandRouterTests : IAsyncDisposable
{
    private readonly RouterRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_handler_gets_who_where_and_the_canonical_line()
    {
        var incoming = Incomings.Of("、论文1706.03762，1810.04805") with { ManagesPlace = true };

        var response = await _rig.AskAsync(incoming);

        response.Kind.ShouldBe(ResponseKind.Answered);
        response.Error.ShouldBeNull();
        var request = _rig["paper"].Requests.Single();
        request.Id.ShouldBe(incoming.Id);
        request.Line.ShouldBe("/paper 1706.03762 1810.04805");
        request.Person.ShouldBe(incoming.Person);
        request.Place.ShouldBe(incoming.Place);
        request.Conversation.ShouldBe(incoming.Conversation);
        request.ManagesPlace.ShouldBeTrue();
        request.IsAdministrator.ShouldBeFalse();
        request.Zone.ShouldBe(TimeZoneInfo.Utc);
    }

    [Fact]
    public async Task An_error_is_worded_in_the_askers_language_and_says_what_to_do()
    {
        var english = await _rig.AskAsync("/papr 1");
        var chinese = await _rig.AskAsync(Incomings.Of("/papr 1") with { Locale = Locale.Parse("zh-TW") });

        english.Error!.Kind.ShouldBe(ErrorKind.UserInput);
        english.Reply!.Cards[0].Markdown.ShouldBe("There is no command `/papr`; did you mean `/paper`?");
        chinese.Reply!.Cards[0].Markdown.ShouldBe("没有 `/papr` 这个命令，你是不是想输入 `/paper`？");
    }

    [Fact]
    public async Task Language_and_zone_come_from_the_person_then_the_place_then_the_platform()
    {
        var incoming = Incomings.Of("/about").InGroup() with { Locale = Locale.English };
        async Task<CommandRequest> AskAsync()
        {
            await _rig.AskAsync(incoming with { Id = Incomings.Of("").Id });
            return _rig["about"].Requests[^1];
        }
        var place = PreferenceOwner.Of(incoming.Place.Id);
        var person = PreferenceOwner.Of(incoming.Person.Id);

        (await AskAsync()).Locale.ShouldBe(Locale.English);
        await _rig.Preferences.WriteAsync(place, PreferenceName.Language, "zh-CN", RouterRig.Cancel);
        await _rig.Preferences.WriteAsync(place, PreferenceName.Zone, "Asia/Shanghai", RouterRig.Cancel);
        (await AskAsync()).Locale.ShouldBe(Locale.Chinese);
        (await AskAsync()).Zone.Id.ShouldBe("Asia/Shanghai");
        await _rig.Preferences.WriteAsync(person, PreferenceName.Language, "en", RouterRig.Cancel);
        await _rig.Preferences.WriteAsync(person, PreferenceName.Zone, "Europe/Berlin", RouterRig.Cancel);
        (await AskAsync()).Locale.ShouldBe(Locale.English);
        (await AskAsync()).Zone.Id.ShouldBe("Europe/Berlin");
        incoming = incoming with { Text = "/about lang:zh" };
        (await AskAsync()).Locale.ShouldBe(Locale.Chinese);
    }

    [Fact]
    public async Task Private_makes_any_reply_private()
    {
        (await _rig.AskAsync("/about")).Reply!.Visibility.ShouldBe(Visibility.Public);
        (await _rig.AskAsync("/about private:true")).Reply!.Visibility.ShouldBe(Visibility.Private);
        var check = await _rig.Router.CheckAsync(Incomings.Of("/about 私密：是"), RouterRig.Cancel);
        check.Value.Visibility.ShouldBe(Visibility.Private);
        _rig["about"].Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_check_finds_the_error_that_the_run_would_give()
    {
        var check = await _rig.Router.CheckAsync(Incomings.Of("/paper"), RouterRig.Cancel);

        check.Error.Message.Key.ShouldBe("error.parameter.missing");
    }

    [Fact]
    public async Task A_handler_that_throws_is_logged_once_and_its_asker_gets_a_code()
    {
        _rig["about"].Answer = (_, _) => throw new InvalidOperationException("secret detail");

        var response = await _rig.AskAsync("/about");

        response.Error!.Kind.ShouldBe(ErrorKind.Internal);
        var code = response.Error.Message.Values["code"].ShouldBeOfType<string>();
        code.ShouldMatch("^[2-9A-Z]{6}$");
        response.Reply!.Cards[0].Markdown.ShouldContain(code);
        response.Reply.Cards[0].Markdown.ShouldNotContain("secret");
        _rig.Logs.At(LogLevel.Warning).ShouldHaveSingleItem().ShouldContain(code);
    }

    [Fact]
    public async Task A_database_that_is_full_is_said_as_it_is()
    {
        var error = Errors.UpstreamDown("closing", null);
        _rig["about"].Answer = (_, _) => throw new StorageException(error);

        (await _rig.AskAsync("/about")).Error.ShouldBe(error);
    }

    [Fact]
    public async Task What_people_type_is_logged_at_trace_only()
    {
        await _rig.AskAsync("/paper verysecret");
        await _rig.AskAsync("/unknown verysecret");

        _rig.Logs.At(LogLevel.Debug).ShouldNotContain(line => line.Contains("verysecret"));
        _rig.Logs.At(LogLevel.Trace).ShouldContain(line => line.Contains("verysecret"));
    }

    [Fact]
    public async Task An_error_with_a_time_says_when_to_come_back()
    {
        var retryAt = _rig.Clock.GetUtcNow() + TimeSpan.FromSeconds(42);
        _rig["about"].Answer = (_, _) => Task.FromResult<Outcome<Reply>>(Errors.UpstreamDown("closing", retryAt));

        (await _rig.TextAsync("/about")).ShouldEndWith(" Try again in 42 s.");
    }

    [Fact]
    public async Task A_late_command_is_not_lost_and_its_asker_is_told()
    {
        var progress = new RecordingProgress();
        var finish = new TaskCompletionSource<Outcome<Reply>>();
        _rig["about"].Answer = (_, _) => finish.Task;

        var response = _rig.AskAsync(Incomings.Of("/about") with { Progress = progress });
        await _rig["about"].WhenAsked(1);
        await _rig.Clock.WhenTimers(1);
        _rig.Clock.Advance(CommandSpec.DefaultBudget);

        var told = await progress.NextAsync(RouterRig.Cancel);
        told.ShouldBeOfType<ProgressUpdate.Stage>().Message.Key.ShouldBe("progress.longer");
        finish.SetResult(Reply.Of("late"));
        (await response).Reply!.Cards[0].Markdown.ShouldBe("late");
        _rig.Clock.ActiveTimers.ShouldBe(0);
    }

    [Fact]
    public async Task Cancellation_flies_and_the_same_event_may_come_again()
    {
        using var cancel = new CancellationTokenSource();
        _rig["about"].Answer = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return Reply.Of("never");
        };
        var incoming = Incomings.Of("/about");

        var first = _rig.Router.HandleAsync(incoming, cancel.Token);
        await _rig["about"].WhenAsked(1);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        _rig["about"].Answer = (_, _) => Task.FromResult<Outcome<Reply>>(Reply.Of("now"));
        (await _rig.TextAsync(incoming)).ShouldBe("now");
    }

    [Fact]
    public async Task A_repeated_event_shows_nothing()
    {
        var incoming = Incomings.Of("/about");

        await _rig.AskAsync(incoming);
        var again = await _rig.AskAsync(incoming);

        again.Kind.ShouldBe(ResponseKind.Repeated);
        again.Reply.ShouldBeNull();
        _rig["about"].Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("\0\u202E")]
    [InlineData("/")]
    public async Task Nothing_is_answered_with_what_could_be_written(string text)
    {
        var response = await _rig.AskAsync(text);

        response.Error!.Kind.ShouldBe(ErrorKind.UserInput);
        response.Reply!.Cards[0].Markdown.ShouldContain("/help");
    }

    [Fact]
    public async Task A_megabyte_is_refused_in_one_sentence()
    {
        var response = await _rig.AskAsync("/paper " + new string('x', 1_000_000));

        response
            .Reply!.Cards[0]
            .Markdown.ShouldBe("The message has 1,000,007 characters, and at most 20,000 are read; shorten it.");
    }

    [Fact]
    public async Task Markdown_in_a_wrong_command_is_shown_and_not_interpreted()
    {
        var text = await _rig.TextAsync("/**bold**`<b>[x](http://evil.example)");

        text.ShouldBe("There is no command `` /**bold**`<b>[x](http://evil.example) ``; `/help` shows what there is.");
    }
}
