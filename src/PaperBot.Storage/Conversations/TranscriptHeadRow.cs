using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Conversations;

/// <summary>A conversation of somebody's: its first entry, and figures over all of its entries.</summary>
internal sealed record TranscriptHeadRow
{
    public const string Query = """
        SELECT e.conversation AS Conversation, e.id AS Id, e.sequence AS Sequence, e.change AS Change, e.kind AS Kind,
            e.payload AS Payload, e.person AS Person, e.said_at AS SaidAt,
            heads.entries AS Entries, heads.last_change AS LastChange, heads.last_at AS LastAt
        FROM (
            SELECT conversation, count(*) AS entries, min(sequence) AS first_sequence, max(change) AS last_change,
                max(said_at) AS last_at
            FROM transcript_entries
            WHERE conversation IN (SELECT conversation FROM transcript_entries WHERE person = @person)
            GROUP BY conversation
        ) heads
        JOIN transcript_entries e ON e.conversation = heads.conversation AND e.sequence = heads.first_sequence
        ORDER BY heads.last_change DESC LIMIT @most
        """;

    public string Conversation { get; init; } = "";

    public string Id { get; init; } = "";

    public long Sequence { get; init; }

    public long Change { get; init; }

    public string Kind { get; init; } = "";

    public string Payload { get; init; } = "";

    public string? Person { get; init; }

    public long SaidAt { get; init; }

    public long Entries { get; init; }

    public long LastChange { get; init; }

    public long LastAt { get; init; }

    public TranscriptHead ReadHead()
    {
        var first = new TranscriptEntry(
            ConversationId.Parse(Conversation),
            Id,
            Sequence,
            Change,
            Kind,
            Payload,
            Person is null ? null : PersonId.Parse(Person),
            Instant.Read(SaidAt)
        );
        return new(first.Conversation, first, (int)Entries, LastChange, Instant.Read(LastAt));
    }
}
