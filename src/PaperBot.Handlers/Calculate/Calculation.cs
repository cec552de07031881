using PaperBot.Calculator;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Calculate;

/// <summary>
/// Evaluates with the names of the conversation, on a thread of its own, because one input may work for seconds. Inputs
/// of the same conversation follow each other, so that none loses a name that another has just set.
/// </summary>
internal sealed class Calculation(IConversationStore conversations, TimeProvider time) : IDisposable
{
    private const string Key = "calculator";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly CalculatorLimits Limits = CalculatorLimits.Default;
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<CalculatorResult> RunAsync(CommandRequest request, string input, CancellationToken token)
    {
        var turn = _turns[(uint)request.Conversation.GetHashCode() % (uint)_turns.Length];
        await turn.WaitAsync(token);
        try
        {
            var saved = await conversations.ReadAsync(request.Conversation, Key, token);
            var (result, names) = await Task.Factory.StartNew(
                () => Evaluate(input, saved, token),
                token,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
            if (names.Length > 0 || saved is not null)
                await KeepAsync(request.Conversation, request.Person.Id, names, token);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var turn in _turns)
            turn.Dispose();
    }

    private (CalculatorResult Result, string Names) Evaluate(string input, string? saved, CancellationToken token)
    {
        var session = CalculatorSession.Restore(saved, Limits);
        var result = CalculatorEngine.Evaluate(input, session, Limits, time, token);
        return (result, session.Save(Limits));
    }

    private Task KeepAsync(ConversationId conversation, PersonId person, string names, CancellationToken token) =>
        conversations.WriteAsync(conversation, Key, names.Length > 0 ? names : null, person, Kept, token);
}
