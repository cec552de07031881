using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Conversations;

/// <summary>A row of <c>transcript_entries</c>.</summary>
internal sealed record TranscriptRow
{
    public const string Columns =
        "conversation AS Conversation, id AS Id, sequence AS Sequence, change AS Change, kind AS Kind, "
        + "payload AS Payload, person AS Person, said_at AS SaidAt";

    public const int LongestId = 200;
    public const int LongestKind = 40;
    private const int LongestName = 300;

    public string Conversation { get; init; } = "";

    public string Id { get; init; } = "";

    public long Sequence { get; init; }

    public long Change { get; init; }

    public string Kind { get; init; } = "";

    public string Payload { get; init; } = "";

    public string? Person { get; init; }

    public long SaidAt { get; init; }

    public static string Key(ConversationId conversation) => StoredText.Of(conversation.ToString(), LongestName);

    public static string Key(PersonId person) => StoredText.Of(person.ToString(), LongestName);

    public static TranscriptRow Of(TranscriptDraft draft)
    {
        ArgumentException.ThrowIfNullOrEmpty(draft.Id);
        ArgumentException.ThrowIfNullOrEmpty(draft.Kind);
        return new()
        {
            Conversation = Key(draft.Conversation),
            Id = StoredText.Of(draft.Id, LongestId),
            Kind = StoredText.Of(draft.Kind, LongestKind),
            Payload = StoredText.Of(draft.Payload, ITranscriptStore.LongestPayload),
            Person = draft.Person is { } person ? Key(person) : null,
            SaidAt = Instant.Of(draft.At),
        };
    }

    public TranscriptEntry Read() =>
        new(
            ConversationId.Parse(Conversation),
            Id,
            Sequence,
            Change,
            Kind,
            Payload,
            Person is null ? null : PersonId.Parse(Person),
            Instant.Read(SaidAt)
        );
}
