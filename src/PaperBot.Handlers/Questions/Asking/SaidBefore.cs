using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>The last questions and answers of a conversation, so that "and in Chinese?" can be understood.</summary>
internal sealed partial class SaidBefore(IConversationStore store)
{
    private const string Name = "ask.said";
    private const int Most = 3;
    private const int LongestAnswer = 1_500;

    /// <summary>What was said about the same papers, oldest first.</summary>
    public async Task<IReadOnlyList<(string Question, string Answer)>> ReadAsync(
        ConversationId conversation,
        string papers,
        CancellationToken cancellationToken
    )
    {
        var said = await ReadAllAsync(conversation, cancellationToken);
        return said is null || said.Papers != papers
            ? []
            : [.. said.Turns.Select(turn => (turn.Question, turn.Answer))];
    }

    /// <summary>Adds a question and its answer; what was said about other papers is forgotten.</summary>
    public async Task AddAsync(
        ConversationId conversation,
        PersonId person,
        string papers,
        string question,
        string answer,
        CancellationToken cancellationToken
    )
    {
        var before = await ReadAllAsync(conversation, cancellationToken);
        var turns = before is null || before.Papers != papers ? [] : before.Turns.Where(t => t.Question != question);
        var shortened = answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer;
        var said = new Said(papers, [.. turns.Append(new(question, shortened)).TakeLast(Most)]);
        var json = JsonSerializer.Serialize(said, SaidJson.Default.Said);
        await store.WriteAsync(conversation, Name, json, person, TalkedAbout.Kept, cancellationToken);
    }

    private async Task<Said?> ReadAllAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        var json = await store.ReadAsync(conversation, Name, cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize(json, SaidJson.Default.Said);
    }

    internal sealed record Said(string Papers, IReadOnlyList<Turn> Turns);

    internal sealed record Turn(string Question, string Answer);

    [JsonSerializable(typeof(Said))]
    internal sealed partial class SaidJson : JsonSerializerContext;
}
