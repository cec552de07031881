using System.Text.Json;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>Writes turns into the transcript and tells the pages that look at them.</summary>
internal sealed class ChatTranscript(ITranscriptStore store, ChatHub hub, ITexts texts, TimeProvider time)
{
    /// <summary>Writes a question down.</summary>
    /// <returns>Its turn; one that was there already as it stands.</returns>
    public async Task<TranscriptEntry> AskAsync(
        ConversationId chat,
        string turn,
        string text,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        var payload = new TurnPayload(text, locale.Tag, null, null, null);
        var (entry, isNew) = await AppendAsync(chat, turn, TurnKind.Asked, payload, cancellationToken);
        if (isNew)
            hub.Signal(chat);
        return entry;
    }

    /// <summary>Writes an answer where it belongs. Doing it twice is doing it once.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="address">The turn; null for a post of the bot's own.</param>
    /// <param name="by">What the answer came from: a request's id or a post's key.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="error">The kind of error that it words, if it does.</param>
    /// <param name="locale">The language of the page's own words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the turn that shows it.</returns>
    public async Task<string> AnswerAsync(
        ConversationId chat,
        ReplyAddress? address,
        string by,
        Reply reply,
        string? error,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        // An error takes no answer's place: it is shown below.
        var turn = address is null || (address.Replaces && error is not null) ? "by:" + by : address.Turn;
        var entry = await store.FindAsync(chat, turn, cancellationToken);
        var before = entry is null ? null : Read(entry);
        if (before?.By == by || (before?.Reply is not null && address is not { Replaces: true }))
            return turn;
        var payload = new TurnPayload(before?.Text, before?.Locale, StoredReply.Of(reply), error, by);
        var written = Fit(payload, locale);
        var replaced = entry is null
            ? null
            : await store.ReplaceAsync(chat, turn, TurnKind.Answered, written, cancellationToken);
        if (replaced is null)
            await AppendAsync(chat, turn, TurnKind.Answered, written, cancellationToken);
        hub.Signal(chat);
        return turn;
    }

    public static TurnPayload Read(TranscriptEntry entry) =>
        JsonSerializer.Deserialize(entry.Payload, WebJson.Default.TurnPayload)
        ?? new TurnPayload(null, null, null, null, null);

    private Task<(TranscriptEntry Entry, bool IsNew)> AppendAsync(
        ConversationId chat,
        string turn,
        string kind,
        TurnPayload payload,
        CancellationToken cancellationToken
    ) => AppendAsync(chat, turn, kind, Write(payload), cancellationToken);

    private Task<(TranscriptEntry Entry, bool IsNew)> AppendAsync(
        ConversationId chat,
        string turn,
        string kind,
        string payload,
        CancellationToken cancellationToken
    ) =>
        store.AppendAsync(
            new TranscriptDraft(chat, turn, kind, payload, ChatKey.OwnerOf(chat), time.GetUtcNow()),
            cancellationToken
        );

    private string Fit(TurnPayload payload, Locale locale)
    {
        var text = Write(payload);
        return text.Length <= ITranscriptStore.LongestPayload
            ? text
            : Write(payload with { Reply = payload.Reply!.WithoutFiles(texts.Get(locale, "web.files.large")) });
    }

    private static string Write(TurnPayload payload) => JsonSerializer.Serialize(payload, WebJson.Default.TurnPayload);
}
