using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Replies;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class JoinTests : IAsyncDisposable
{
    private readonly RouterRig _rig = new RouterRig().With("Limits:Person:0:Count", "2");
    private readonly TaskCompletionSource<Outcome<Reply>> _finish = new();

    public JoinTests() => _rig["paper"].Answer = (_, _) => _finish.Task;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task The_same_command_sent_again_while_it_waits_is_one_answer_and_one_count()
    {
        var first = _rig.AskAsync(Incomings.Of("/paper 1706.03762").WithAddress());
        await _rig["paper"].WhenAsked(1);
        _rig["paper"].Requests[0].Progress.Report(new ProgressUpdate.Queued("arxiv-api", 3, TimeSpan.FromSeconds(9)));
        _rig.Clock.Advance(TimeSpan.FromSeconds(2));

        for (var i = 0; i < 10; i++)
        {
            var again = await _rig.AskAsync(Incomings.Of("、论文 1706.03762").WithAddress());
            again.Kind.ShouldBe(ResponseKind.Joined);
            again.Error.ShouldBeNull();
            again.Reply!.Visibility.ShouldBe(Visibility.Private);
            again
                .Reply.Cards[0]
                .Markdown.ShouldBe(
                    "This is being answered already: number 3 in the queue, about 7 s; the answer comes to your first message."
                );
        }
        _rig.Requests.Unfinished.Count.ShouldBe(1);
        _finish.SetResult(Reply.Of("done"));
        (await first).Reply!.Cards[0].Markdown.ShouldBe("done");
        _rig["paper"].Requests.Count.ShouldBe(1);
        (await _rig.AskAsync("/about")).Error.ShouldBeNull();
        (await _rig.AskAsync("/about")).Error!.Kind.ShouldBe(ErrorKind.Throttled);
    }

    [Fact]
    public async Task Another_person_another_place_and_another_line_do_not_join()
    {
        var all = new[]
        {
            _rig.AskAsync("/paper 1"),
            _rig.AskAsync("/paper 2"),
            _rig.AskAsync(Incomings.Of("/paper 1").By("other")),
            _rig.AskAsync(Incomings.Of("/paper 1").By("other").InGroup()),
        };
        await _rig["paper"].WhenAsked(4);

        _finish.SetResult(Reply.Of("done"));

        (await Task.WhenAll(all)).ShouldAllBe(response => response.Kind == ResponseKind.Answered);
    }

    [Fact]
    public async Task When_the_first_is_answered_the_next_runs_anew()
    {
        _finish.SetResult(Reply.Of("done"));

        await _rig.AskAsync("/paper 1");
        await _rig.AskAsync("/paper 1");

        _rig["paper"].Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Before_a_queue_is_reached_no_position_is_told()
    {
        var first = _rig.AskAsync("/paper 1");
        await _rig["paper"].WhenAsked(1);

        (await _rig.TextAsync("/paper 1")).ShouldBe(
            "This is being answered already; the answer comes to your first message."
        );
        _finish.SetResult(Reply.Of("done"));
        await first;
    }

    [Fact]
    public async Task A_first_one_that_fails_lets_the_next_in()
    {
        _rig["paper"].Answer = (_, _) => throw new InvalidOperationException();
        (await _rig.AskAsync("/paper 1")).Error!.Kind.ShouldBe(ErrorKind.Internal);

        _rig["paper"].Answer = (_, _) => Task.FromResult<Outcome<Reply>>(Reply.Of("done"));

        (await _rig.TextAsync("/paper 1")).ShouldBe("done");
    }
}
