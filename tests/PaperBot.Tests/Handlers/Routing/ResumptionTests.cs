using Microsoft.Extensions.Hosting;
using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Handlers.Routing.Accepted;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class ResumptionTests : IAsyncDisposable
{
    private static readonly CommandSpec Subscribe = new("subscribe") { Idempotent = false };
    private static readonly TimeSpan Lease = new RequestsOptions().Lease;

    private readonly RouterRig _rig = new(SampleSpecs.Paper, Subscribe, SampleSpecs.Upload);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_request_is_written_down_before_its_handler_runs_and_done_when_it_was_shown()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        _rig["paper"].Answer = (_, _) =>
        {
            _rig.Requests.Unfinished.ShouldBe([incoming.Id]);
            return Task.FromResult<Outcome<Reply>>(Reply.Of("done"));
        };

        (await _rig.AskAsync(incoming)).Error.ShouldBeNull();
        _rig.Requests.Unfinished.ShouldBe([incoming.Id]);
        await _rig.Router.ConfirmAsync(incoming.Id, RouterRig.Cancel);

        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_reply_address_nothing_is_written_down()
    {
        await _rig.AskAsync("/paper 1");

        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_crash_before_the_request_is_written_down_leaves_nothing()
    {
        _rig.Requests.Before = operation =>
            operation == "TryAcceptAsync"
                ? throw new StorageException(Errors.UpstreamDown("closing", null))
                : Task.CompletedTask;

        (await _rig.AskAsync(Incomings.Of("/paper 1").WithAddress())).Error!.Kind.ShouldBe(ErrorKind.UpstreamDown);

        _rig["paper"].Requests.ShouldBeEmpty();
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_crash_while_the_handler_works_is_answered_in_place_after_the_restart()
    {
        var incoming = Incomings.Of("、论文 1706.03762").WithAddress();
        _rig["paper"].Answer = (_, _) => new TaskCompletionSource<Outcome<Reply>>().Task;
        _ = _rig.AskAsync(incoming);
        await _rig["paper"].WhenAsked(1);

        _rig.Restart();
        _rig["paper"].Answer = (_, _) => Task.FromResult<Outcome<Reply>>(Reply.Of("done"));
        _rig.Clock.Advance(Lease);
        await StartAsync();

        var (destination, reply, key) = await _rig.Outbox.NextAsync(RouterRig.Cancel);
        reply.Cards[0].Markdown.ShouldBe("done");
        key.Value.ShouldBe(incoming.Id.Value);
        destination.ReplyAddress.ShouldBe(incoming.ReplyAddress);
        destination.Place.ShouldBe(incoming.Place.Id);
        destination.Asker.ShouldBe(incoming.Person.Id);
        await StopAsync();
        _rig.Requests.Unfinished.ShouldBeEmpty();
        _rig["paper"].Requests[^1].Line.ShouldBe("/paper 1706.03762");
    }

    [Fact]
    public async Task A_crash_after_the_answer_was_made_and_before_it_was_confirmed_posts_it_under_the_same_key()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await _rig.AskAsync(incoming);

        _rig.Restart();
        _rig.Clock.Advance(Lease);
        await StartAsync();

        (await _rig.Outbox.NextAsync(RouterRig.Cancel)).Key.Value.ShouldBe(incoming.Id.Value);
        await StopAsync();
        _rig.Outbox.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_after_the_post_and_before_it_was_recorded_posts_again_and_is_seen_once()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await _rig.AskAsync(incoming);
        _rig.Restart();
        _rig.Clock.Advance(Lease);
        _rig.Requests.Before = operation =>
            operation == "CompleteAsync"
                ? throw new StorageException(Errors.UpstreamDown("closing", null))
                : Task.CompletedTask;
        await StartAsync();
        await _rig.Outbox.NextAsync(RouterRig.Cancel);

        _rig.Restart();
        _rig.Requests.Before = null;
        _rig.Clock.Advance(Lease);
        await StartAsync();
        await _rig.Outbox.NextAsync(RouterRig.Cancel);
        await StopAsync();

        _rig.Outbox.Seen.Count.ShouldBe(1);
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_the_lease_has_expired_nothing_is_taken_over()
    {
        await _rig.AskAsync(Incomings.Of("/paper 1").WithAddress());
        _rig.Restart();
        _rig.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        await StartAsync();
        await _rig.Clock.WhenTimers(2);

        _rig.Outbox.Seen.ShouldBeEmpty();
        _rig.Clock.Advance(Lease / 2);

        await _rig.Outbox.NextAsync(RouterRig.Cancel);
        await StopAsync();
    }

    [Fact]
    public async Task What_may_not_be_done_twice_is_told_honestly()
    {
        await _rig.AskAsync(Incomings.Of("/subscribe").WithAddress());
        await AfterACrashAsync();

        var (destination, reply, _) = await _rig.Outbox.NextAsync(RouterRig.Cancel);

        reply.Cards[0].Markdown.ShouldContain("it may be done or not");
        destination.IsError.ShouldBeTrue();
        await StopAsync();
        _rig["subscribe"].Requests.Count.ShouldBe(1);
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_gone_after_a_crash_and_is_asked_for_again()
    {
        var file = new IncomingFile("a.pdf", "application/pdf", 1, _ => Task.FromResult<Stream>(new MemoryStream()));
        await _rig.AskAsync(Incomings.Of("/upload title").WithAddress() with { Files = [file] });
        await AfterACrashAsync();

        (await _rig.Outbox.NextAsync(RouterRig.Cancel)).Reply.Cards[0].Markdown.ShouldContain("send it again");
        await StopAsync();
    }

    [Fact]
    public async Task After_three_attempts_the_asker_is_told()
    {
        await _rig.AskAsync(Incomings.Of("/paper 1").WithAddress());
        for (var attempt = 2; attempt <= 3; attempt++)
        {
            _rig.Clock.Advance(Lease);
            (await _rig.Requests.TakeOverAsync($"crashing-{attempt}", Lease, 10, RouterRig.Cancel)).Count.ShouldBe(1);
        }
        await AfterACrashAsync();

        (await _rig.Outbox.NextAsync(RouterRig.Cancel))
            .Reply.Cards[0]
            .Markdown.ShouldContain("interrupted several times");
        await StopAsync();
        _rig["paper"].Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_platform_that_is_down_is_tried_again_when_it_says()
    {
        await _rig.AskAsync(Incomings.Of("/paper 1").WithAddress());
        var retryAt = _rig.Clock.GetUtcNow() + Lease + TimeSpan.FromMinutes(5);
        _rig.Outbox.Result = _ => new DeliveryResult.Failed(DeliveryFailure.Unavailable, retryAt);
        await AfterACrashAsync();
        await _rig.Outbox.NextAsync(RouterRig.Cancel);
        _rig.Outbox.Result = key => new DeliveryResult.Sent(key.Value);
        await _rig.Clock.WhenTimers(3);

        _rig.Clock.Advance(TimeSpan.FromMinutes(5));

        await _rig.Outbox.NextAsync(RouterRig.Cancel);
        await StopAsync();
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_platform_that_is_down_for_more_than_an_hour_gets_the_answer_when_it_is_back()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await _rig.AskAsync(incoming);
        var posts = 0;
        _rig.Outbox.Result = key =>
            Interlocked.Increment(ref posts) <= 15
                ? new DeliveryResult.Failed(DeliveryFailure.Unavailable, null)
                : new DeliveryResult.Sent(key.Value);
        await AfterACrashAsync();

        await UntilAsync(() => _rig.Outbox.Seen.ContainsKey(incoming.Id.Value));

        await StopAsync();
        posts.ShouldBe(16);
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_is_refused_for_good_is_not_tried_for_ever()
    {
        await _rig.AskAsync(Incomings.Of("/paper 1").WithAddress());
        _rig.Outbox.Result = _ => new DeliveryResult.Failed(DeliveryFailure.Gone, null);
        await AfterACrashAsync();

        await _rig.Outbox.NextAsync(RouterRig.Cancel);
        await StopAsync();

        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_whose_content_is_refused_becomes_a_sentence()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await _rig.AskAsync(incoming);
        _rig.Outbox.Result = key =>
            key.Value == incoming.Id.Value
                ? new DeliveryResult.Failed(DeliveryFailure.Rejected, null)
                : new DeliveryResult.Sent("1");
        await AfterACrashAsync();

        (await _rig.Outbox.NextAsync(RouterRig.Cancel)).Destination.IsError.ShouldBeFalse();
        var (destination, reply, _) = await _rig.Outbox.NextAsync(RouterRig.Cancel);
        reply.Cards[0].Markdown.ShouldContain("cannot be shown here");
        destination.IsError.ShouldBeTrue();
        await StopAsync();
    }

    [Fact]
    public async Task An_answer_that_fails_on_its_way_out_is_given_again_by_the_same_process()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await _rig.AskAsync(incoming);
        var posts = 0;
        _rig.Outbox.Result = key =>
            Interlocked.Increment(ref posts) == 1
                ? throw new InvalidOperationException("a mistake")
                : new DeliveryResult.Sent(key.Value);
        await AfterACrashAsync();

        await UntilAsync(() => _rig.Outbox.Seen.ContainsKey(incoming.Id.Value));

        await StopAsync();
        posts.ShouldBe(2);
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_on_its_way_out_at_every_attempt_is_not_tried_for_ever()
    {
        await _rig.AskAsync(Incomings.Of("/paper 1").WithAddress());
        var posts = 0;
        _rig.Outbox.Result = _ =>
        {
            Interlocked.Increment(ref posts);
            throw new InvalidOperationException("a mistake");
        };
        await AfterACrashAsync();

        await UntilAsync(() => _rig.Requests.Unfinished.Count == 0);

        await StopAsync();
        // The second and the third attempt, and the word that it did not work.
        posts.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_platform_failed_to_show_is_given_again_by_the_same_process()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await StartAsync();
        await _rig.AskAsync(incoming);

        await _rig.Router.PostponeAsync(incoming.Id, RouterRig.Cancel);
        await UntilAsync(() => _rig.Outbox.Seen.ContainsKey(incoming.Id.Value));

        await StopAsync();
        _rig["paper"].Requests.Count.ShouldBe(2);
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_running_process_keeps_its_requests()
    {
        var finish = new TaskCompletionSource<Outcome<Reply>>();
        _rig["paper"].Answer = (_, _) => finish.Task;
        var answer = _rig.AskAsync(Incomings.Of("/paper 1").WithAddress());
        await _rig["paper"].WhenAsked(1);
        var renewed = new SemaphoreSlim(0);
        _rig.Requests.Before = operation =>
        {
            if (operation == "RenewAsync")
                renewed.Release();
            return Task.CompletedTask;
        };
        await StartAsync();
        await _rig.Clock.WhenTimers(3);
        for (var i = 0; i < 20; i++)
        {
            _rig.Clock.Advance(Lease / 3);
            await renewed.WaitAsync(RouterRig.Cancel);
        }

        (await _rig.Requests.TakeOverAsync("other", Lease, 10, RouterRig.Cancel)).ShouldBeEmpty();

        finish.SetResult(Reply.Of("done"));
        await answer;
        await StopAsync();
    }

    [Fact]
    public async Task A_shutdown_waits_for_what_is_being_answered_and_lets_nothing_new_in()
    {
        var finish = new TaskCompletionSource<Outcome<Reply>>();
        _rig["paper"].Answer = (_, _) => finish.Task;
        var answer = _rig.AskAsync(Incomings.Of("/paper 1").WithAddress());
        await _rig["paper"].WhenAsked(1);
        await StartAsync();

        var stopping = _rig.Hosted<RequestKeeper>().StopAsync(RouterRig.Cancel);

        stopping.IsCompleted.ShouldBeFalse();
        (await _rig.TextAsync("/paper 2")).ShouldContain("restarting");
        finish.SetResult(Reply.Of("done"));
        (await answer).Error.ShouldBeNull();
        await stopping;
    }

    [Fact]
    public async Task What_a_shutdown_cannot_wait_for_is_released_for_the_next_start()
    {
        _rig["paper"].Answer = (_, _) => new TaskCompletionSource<Outcome<Reply>>().Task;
        _ = _rig.AskAsync(Incomings.Of("/paper 1").WithAddress());
        await _rig["paper"].WhenAsked(1);
        await _rig.Hosted<RequestKeeper>().StartAsync(RouterRig.Cancel);
        var stopping = _rig.Hosted<RequestKeeper>().StopAsync(RouterRig.Cancel);
        await _rig.Clock.WhenTimers(2);
        _rig.Clock.Advance(new RequestsOptions().Drain);
        await stopping;

        _rig.Restart();
        _rig["paper"].Answer = (_, _) => Task.FromResult<Outcome<Reply>>(Reply.Of("done"));
        await StartAsync();

        (await _rig.Outbox.NextAsync(RouterRig.Cancel)).Reply.Cards[0].Markdown.ShouldBe("done");
        await StopAsync();
    }

    [Fact]
    public async Task Fifty_waiting_requests_are_each_answered_once_after_a_crash()
    {
        _rig.With("Limits:Person:0:Count", "1000").With("Limits:Person:1:Count", "1000");
        _rig["paper"].Answer = (_, _) => new TaskCompletionSource<Outcome<Reply>>().Task;
        for (var i = 0; i < 50; i++)
            _ = _rig.AskAsync(Incomings.Of($"/paper {i}").WithAddress());
        await _rig["paper"].WhenAsked(50);

        _rig["paper"].Answer = (request, _) => Task.FromResult<Outcome<Reply>>(Reply.Of(request.Line));
        await AfterACrashAsync();
        for (var i = 0; i < 50; i++)
            await _rig.Outbox.NextAsync(RouterRig.Cancel);
        await StopAsync();

        _rig.Outbox.Seen.Values.Select(r => r.Cards[0].Markdown).Distinct().Count().ShouldBe(50);
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_comes_again_after_a_restart_is_not_answered_twice()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await _rig.AskAsync(incoming);
        await _rig.Router.ConfirmAsync(incoming.Id, RouterRig.Cancel);
        _rig.Restart();

        (await _rig.AskAsync(incoming)).Kind.ShouldBe(ResponseKind.Repeated);
        _rig["paper"].Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_comes_again_after_a_restart_costs_nothing_however_much_was_asked()
    {
        _rig.With("Limits:Person:0:Count", "2");
        var unanswered = Enumerable.Range(0, 2).Select(i => Incomings.Of($"/paper {i}").WithAddress()).ToList();
        foreach (var incoming in unanswered)
            await _rig.AskAsync(incoming);
        _rig.Restart();
        await _rig.AskAsync("/paper 8");
        await _rig.AskAsync("/paper 9");

        foreach (var incoming in unanswered)
            (await _rig.AskAsync(incoming)).Kind.ShouldBe(ResponseKind.Repeated);
        _rig.Requests.Unfinished.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_event_that_comes_again_while_its_request_is_taken_over_hinders_nothing()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await _rig.AskAsync(incoming);
        _rig.Restart();
        _rig.Clock.Advance(Lease);
        var entered = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _rig.Requests.Before = async operation =>
        {
            if (operation != "TryAcceptAsync")
                return;
            entered.SetResult();
            await go.Task;
        };
        var again = _rig.AskAsync(incoming);
        await entered.Task;

        await StartAsync();
        await _rig.Outbox.NextAsync(RouterRig.Cancel);
        go.SetResult();

        (await again).Kind.ShouldBe(ResponseKind.Repeated);
        await StopAsync();
        _rig.Requests.Unfinished.ShouldBeEmpty();
        _rig.Outbox.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_comes_again_before_its_request_is_resumed_does_not_join_itself()
    {
        var incoming = Incomings.Of("/paper 1").WithAddress();
        await _rig.AskAsync(incoming);
        _rig.Restart();
        _rig.Clock.Advance(Lease);
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var readings = 0;
        _rig.Preferences.Before = () =>
        {
            if (Interlocked.Increment(ref readings) > 1)
                return Task.CompletedTask;
            entered.SetResult();
            return go.Task;
        };
        var finish = new TaskCompletionSource<Outcome<Reply>>();
        _rig["paper"].Answer = (_, _) => finish.Task;
        var again = _rig.AskAsync(incoming);
        await entered.Task;

        await StartAsync();
        await _rig["paper"].WhenAsked(2);
        go.SetResult();

        (await again).Kind.ShouldBe(ResponseKind.Repeated);
        finish.SetResult(Reply.Of("done"));
        (await _rig.Outbox.NextAsync(RouterRig.Cancel)).Reply.Cards[0].Markdown.ShouldBe("done");
        await StopAsync();
        _rig.Requests.Unfinished.ShouldBeEmpty();
    }

    private async Task UntilAsync(Func<bool> look)
    {
        while (!look())
        {
            await _rig.Clock.WhenTimers(2);
            _rig.Clock.Advance(Lease / 2);
            await Settling.OnceAsync();
        }
    }

    private async Task AfterACrashAsync()
    {
        _rig.Restart();
        _rig.Clock.Advance(Lease);
        await StartAsync();
    }

    private async Task StartAsync()
    {
        foreach (var service in new IHostedService[] { _rig.Hosted<RequestKeeper>(), _rig.Hosted<RequestResumer>() })
            await service.StartAsync(RouterRig.Cancel);
    }

    private async Task StopAsync()
    {
        foreach (var service in new IHostedService[] { _rig.Hosted<RequestResumer>(), _rig.Hosted<RequestKeeper>() })
            await service.StopAsync(RouterRig.Cancel);
    }
}
