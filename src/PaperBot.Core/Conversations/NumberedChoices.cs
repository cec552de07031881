using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Core.Identity;

namespace PaperBot.Core.Conversations;

/// <summary>
/// Command lines that the reader picks by number: after a reply that numbers its choices, a message that is only
/// <c>2</c> is the second line. The last list of a conversation counts.
/// </summary>
public static partial class NumberedChoices
{
    /// <summary>The most lines that are kept.</summary>
    public const int Most = 99;

    /// <summary>How long they are kept: an hour.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Keeps the lines behind the numbers 1, 2, 3…; an empty list forgets them.</summary>
    public static Task OfferAsync(
        this IConversationStore store,
        ConversationId conversation,
        PersonId person,
        IReadOnlyList<string> lines,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lines.Count, Most, nameof(lines));
        var json = lines.Count == 0 ? null : JsonSerializer.Serialize([.. lines], Json.Default.StringArray);
        return store.WriteAsync(conversation, ConversationKey.Choices, json, person, Kept, cancellationToken);
    }

    /// <summary>The lines that were offered last; empty when there are none or they have expired.</summary>
    public static async Task<IReadOnlyList<string>> OfferedAsync(
        this IConversationStore store,
        ConversationId conversation,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var json = await store.ReadAsync(conversation, ConversationKey.Choices, cancellationToken);
        return json is null ? [] : JsonSerializer.Deserialize(json, Json.Default.StringArray) ?? [];
    }

    [JsonSerializable(typeof(string[]))]
    private sealed partial class Json : JsonSerializerContext;
}
