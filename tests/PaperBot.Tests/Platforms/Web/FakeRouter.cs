using System.Collections.Concurrent;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Platforms.Web;

/// <summary>A router that answers as the test says, and remembers what it was asked.</summary>
internal sealed class FakeRouter : ICommandRouter
{
    private readonly ConcurrentDictionary<string, Func<Incoming, CancellationToken, Task<Response>>> _answers = new();
    private readonly ConcurrentBag<TaskCompletionSource<Reply>> _held = [];

    public IReadOnlyList<CommandSpec> Specs { get; init; } =
    [
        new CommandSpec("paper")
        {
            Aliases = ["论文"],
            Parameters =
            [
                new Parameter("papers", ParameterKind.Paper) { Required = true, Positional = true },
                new Parameter("sort", ParameterKind.Choice) { Choices = [new("relevance"), new("date")] },
            ],
        },
        new CommandSpec("arxiv new"),
        new CommandSpec("arxiv search")
        {
            Parameters = [new Parameter("query") { Required = true, Positional = true }, new Parameter("in")],
        },
        new CommandSpec("ask")
        {
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper) { Required = true, Positional = true },
                new Parameter("question")
                {
                    Required = true,
                    Positional = true,
                    Verbatim = true,
                },
            ],
        },
        new CommandSpec("secret") { WhoMay = WhoMay.Administrators },
        new CommandSpec("hidden") { Listed = false },
    ];

    public ConcurrentQueue<Incoming> Asked { get; } = [];

    /// <summary>Told of each text that somebody wrote.</summary>
    public Action<string>? Heard { get; set; }

    public ConcurrentQueue<RequestId> Confirmed { get; } = [];

    public ConcurrentQueue<RequestId> Postponed { get; } = [];

    public IReadOnlyList<Suggestion> Suggestions { get; set; } = [];

    /// <summary>Answers a text; the rest gets an echo.</summary>
    public void On(string text, Func<Incoming, CancellationToken, Task<Response>> answer) => _answers[text] = answer;

    public void On(string text, Reply reply) => On(text, (incoming, _) => Task.FromResult(Answer(incoming, reply)));

    /// <summary>Answers a text once the test says so.</summary>
    public TaskCompletionSource<Reply> Hold(string text)
    {
        var held = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        On(text, async (incoming, token) => Answer(incoming, await held.Task.WaitAsync(token)));
        _held.Add(held);
        return held;
    }

    /// <summary>Lets go of whatever is held, so that nothing keeps a page from closing.</summary>
    public void Release()
    {
        foreach (var held in _held)
            held.TrySetResult(Reply.Of("released"));
    }

    public static Response Answer(Incoming incoming, Reply reply, Error? error = null) =>
        new(incoming.Id, ResponseKind.Answered, reply, error) { Locale = incoming.Locale ?? Locale.English };

    public Task<Outcome<CommandSpec>> CheckAsync(Incoming incoming, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Of(Specs[0]));

    public Task<Response> HandleAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        Asked.Enqueue(incoming);
        Heard?.Invoke(incoming.Text);
        return _answers.TryGetValue(incoming.Text, out var answer)
            ? answer(incoming, cancellationToken)
            : Task.FromResult(Answer(incoming, Reply.Of("You said: " + MarkdownText.Escape(incoming.Text))));
    }

    public Task ConfirmAsync(RequestId id, CancellationToken cancellationToken)
    {
        Confirmed.Enqueue(id);
        return Task.CompletedTask;
    }

    public Task PostponeAsync(RequestId id, CancellationToken cancellationToken)
    {
        Postponed.Enqueue(id);
        return Task.CompletedTask;
    }

    public Task<bool> MayUseAsync(Incoming incoming, string command, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public bool Suggests(CommandSpec command, Parameter parameter) => Suggestions.Count > 0;

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        string command,
        string parameter,
        string typed,
        Locale locale,
        CancellationToken cancellationToken
    ) => Task.FromResult(Suggestions);
}
