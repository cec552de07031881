using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;

namespace PaperBot.Testing.Models;

/// <summary>
/// A language model that says what a test scripts, with what every one keeps: calls of one key are one, the keeper is
/// asked before and told before anybody who waits is, and a call that was begun ends although nobody waits any more.
/// </summary>
public sealed class ScriptedModel(TimeProvider time) : ILanguageModel
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Running> _running = [];
    private readonly List<ModelCall> _asked = [];

    /// <summary>A bot for which none is configured.</summary>
    public static ScriptedModel None() => new(TimeProvider.System) { Models = [], Unavailable = ModelErrors.None() };

    /// <summary>What it says; by default one sentence that cites the first passage.</summary>
    public Func<ModelCall, Outcome<ModelAnswer>>? Say { get; set; }

    /// <summary>When set, no answer comes before it is done.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What whoever waits for it is told; null: nothing.</summary>
    public ProgressUpdate? Waits { get; set; }

    /// <summary>Why it gives no answers.</summary>
    public Error? Unavailable { get; set; }

    public IReadOnlyList<ModelFacts> Models { get; set; } = [new("test-model", "model.example", 32_000)];

    /// <summary>The calls that were really sent, in order.</summary>
    public IReadOnlyList<ModelCall> Sent
    {
        get
        {
            lock (_lock)
                return [.. _asked];
        }
    }

    /// <summary>How many callers wait now.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _running.Values.Sum(call => call.Callers.Count);
        }
    }

    public Task<Error?> UnavailableAsync(CancellationToken cancellationToken) => Task.FromResult(Unavailable);

    public async Task<Outcome<ModelAnswer>> AskAsync(ModelCall call, Caller caller, CancellationToken cancellationToken)
    {
        if (Waits is { } waits)
            caller.Progress.Report(waits);
        Running? running;
        lock (_lock)
        {
            if (!_running.TryGetValue(call.Key, out running))
            {
                _running[call.Key] = running = new Running();
                running.Callers.Add(caller);
                running.Answer = Task.Run(() => RunAsync(call, running), CancellationToken.None);
            }
            else
                running.Callers.Add(caller);
        }
        return await running.Answer!.WaitAsync(cancellationToken);
    }

    /// <summary>An answer as a model's adapter gives it.</summary>
    public ModelAnswer Answer(string text, AnswerEnd end = AnswerEnd.Complete) =>
        new(text, Models[0].Name, end, new(100, 20), time.GetUtcNow());

    /// <summary>The keys of the passages in a prompt, in order.</summary>
    public static IReadOnlyList<string> KeysIn(ModelPrompt prompt) => ScriptedPrompts.KeysIn(prompt);

    private async Task<Outcome<ModelAnswer>> RunAsync(ModelCall call, Running running)
    {
        try
        {
            if (call.Keeper is { } keeper && await keeper.FindAsync(Models[0], default) is { } kept)
                return kept;
            lock (_lock)
                _asked.Add(call);
            await Gate;
            var answer = Say?.Invoke(call) ?? Default(call);
            if (!answer.IsOk)
                return answer;
            Tell(running, answer.Value.Text);
            if (call.Keeper is not null)
                await call.Keeper.KeepAsync(answer.Value, default);
            return answer;
        }
        finally
        {
            lock (_lock)
                _running.Remove(call.Key);
        }
    }

    private Outcome<ModelAnswer> Default(ModelCall call) =>
        Answer($"{call.Prompt.Name} was answered with this very sentence [{KeysIn(call.Prompt)[0]}].");

    private void Tell(Running running, string text)
    {
        Caller[] callers;
        lock (_lock)
            callers = [.. running.Callers];
        foreach (var length in (int[])[text.Length / 3, 2 * text.Length / 3, text.Length])
        foreach (var caller in callers)
            caller.Progress.Report(new ProgressUpdate.Partial(text[..length]));
    }

    private sealed class Running
    {
        public List<Caller> Callers { get; } = [];

        public Task<Outcome<ModelAnswer>>? Answer { get; set; }
    }
}
