using System.Collections.Concurrent;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;

namespace PaperBot.Testing.Conversations;

/// <summary>What conversations remember, in memory.</summary>
public sealed class InMemoryConversationStore(TimeProvider time) : IConversationStore
{
    private const int LongestValue = 100_000;

    private readonly ConcurrentDictionary<(ConversationId, string), (string Value, DateTimeOffset Until)> _values =
        new();

    public Task<string?> ReadAsync(ConversationId conversation, string name, CancellationToken cancellationToken) =>
        Task.FromResult(
            _values.TryGetValue((conversation, name), out var kept) && kept.Until > time.GetUtcNow() ? kept.Value : null
        );

    public async Task WriteAsync(
        ConversationId conversation,
        string name,
        string? value,
        PersonId? person,
        TimeSpan keep,
        CancellationToken cancellationToken
    )
    {
        if (value is null)
            _values.TryRemove((conversation, name), out _);
        else
            _values[(conversation, name)] = (KeptText.Of(value, LongestValue), time.GetUtcNow() + keep);
        await Task.CompletedTask;
    }
}
