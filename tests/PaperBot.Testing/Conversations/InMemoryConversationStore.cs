using System.Collections.Concurrent;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;

namespace PaperBot.Testing.Conversations;

/// <summary>What conversations remember, in memory.</summary>
public sealed class InMemoryConversationStore(TimeProvider time) : IConversationStore
{
    private readonly ConcurrentDictionary<(ConversationId, string), (string Value, DateTimeOffset Until)> _values =
        new();

    public Task<string?> ReadAsync(ConversationId conversation, string name, CancellationToken cancellationToken) =>
        Task.FromResult(
            _values.TryGetValue((conversation, name), out var kept) && kept.Until > time.GetUtcNow() ? kept.Value : null
        );

    public Task WriteAsync(
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
            _values[(conversation, name)] = (value, time.GetUtcNow() + keep);
        return Task.CompletedTask;
    }
}
