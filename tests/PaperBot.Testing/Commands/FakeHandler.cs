using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Testing.Commands;

/// <summary>A command that does what a test says, and remembers what it was asked.</summary>
public sealed class FakeHandler(CommandSpec spec) : ICommandHandler
{
    private readonly Lock _gate = new();
    private readonly List<CommandRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];

    public CommandSpec Spec { get; } = spec;

    /// <summary>What it answers; by default its own line.</summary>
    public Func<CommandRequest, CancellationToken, Task<Outcome<Reply>>> Answer { get; set; } =
        (request, _) => Task.FromResult<Outcome<Reply>>(Reply.Of($"answer to {request.Line}"));

    public IReadOnlyList<CommandRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _requests.Add(request);
            foreach (var (count, reached) in _watchers)
                if (_requests.Count >= count)
                    reached.TrySetResult();
        }
        return Answer(request, cancellationToken);
    }

    /// <summary>Done once it was asked so often.</summary>
    public Task WhenAsked(int count)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_requests.Count >= count)
                reached.SetResult();
            else
                _watchers.Add((count, reached));
            return reached.Task;
        }
    }
}
