using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Markdown;

namespace PaperBot.Host.Cli;

/// <summary>
/// What comes to the console by itself (digests, notices): no process waits there, so that it is kept in the console's
/// transcript until <c>posts</c> prints it.
/// </summary>
internal sealed class ConsolePosts(ITranscriptStore transcript, TimeProvider time) : IOutbox
{
    private const string Name = "console";
    private const string Unread = "post";
    private const string Seen = "read";
    private const int InPage = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Who sits at the console.</summary>
    public static PersonId Person { get; } = new(Name, "local");

    /// <summary>The console as a place.</summary>
    public static PlaceId Place { get; } = new(Name, "local");

    private static ConversationId Conversation { get; } = new(Name, "local");

    public string Platform => Name;

    public async Task<DeliveryResult> PostAsync(
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(reply);
        var text = ReplyMarkdown.Of(reply, new Reader(destination.Locale, TimeZoneInfo.Local));
        try
        {
            await transcript.AppendAsync(
                new TranscriptDraft(Conversation, key.Value, Unread, text, Person, time.GetUtcNow()),
                cancellationToken
            );
            return new DeliveryResult.Sent(key.Value);
        }
        catch (StorageException)
        {
            return new DeliveryResult.Failed(DeliveryFailure.Unavailable, time.GetUtcNow() + Patience);
        }
    }

    /// <summary>What nobody has read yet, oldest first.</summary>
    public async Task<IReadOnlyList<TranscriptEntry>> UnreadAsync(CancellationToken cancellationToken)
    {
        var unread = new List<TranscriptEntry>();
        for (var change = 0L; ; )
        {
            var page = await transcript.ReadAfterAsync(Conversation, change, InPage, cancellationToken);
            unread.AddRange(page.Where(entry => entry.Kind == Unread));
            if (page.Count < InPage)
                return [.. unread.OrderBy(entry => entry.Sequence)];
            change = page[^1].Change;
        }
    }

    /// <summary>Somebody has read it.</summary>
    public Task ReadAsync(TranscriptEntry entry, CancellationToken cancellationToken) =>
        transcript.ReplaceAsync(Conversation, entry.Id, Seen, "", cancellationToken);
}
