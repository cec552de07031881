using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Core.Conversations;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Answers that are made and not yet handed over, in the database: an official account may speak only when it is spoken
/// to. Parts are handed over one by one; what the platform took is struck off.
/// </summary>
internal sealed partial class WaitingAnswers(ITranscriptStore store, TimeProvider time)
{
    private const string Waiting = "waiting";
    private const string Shown = "shown";
    private const int MostEntries = 50;

    /// <summary>Keeps an answer under its request's id. Doing it twice is doing it once.</summary>
    public async Task KeepAsync(string openId, string id, IReadOnlyList<string> parts, CancellationToken ct) =>
        await store.AppendAsync(
            new TranscriptDraft(
                WeChatIds.Conversation(openId),
                id,
                parts.Count > 0 ? Waiting : Shown,
                Write(parts),
                WeChatIds.Person(openId),
                time.GetUtcNow()
            ),
            ct
        );

    /// <summary>What waits for the person, oldest first.</summary>
    public async Task<IReadOnlyList<WaitingAnswer>> ReadAsync(string openId, CancellationToken ct)
    {
        var entries = await store.ReadLatestAsync(WeChatIds.Conversation(openId), null, MostEntries, ct);
        return [.. entries.Where(e => e.Kind == Waiting).Select(e => new WaitingAnswer(e.Id, Read(e.Payload)))];
    }

    /// <summary>The platform took so many parts of it.</summary>
    public async Task StrikeAsync(string openId, WaitingAnswer answer, int parts, CancellationToken ct)
    {
        var rest = answer.Parts.Skip(parts).ToList();
        var kind = rest.Count > 0 ? Waiting : Shown;
        await store.ReplaceAsync(WeChatIds.Conversation(openId), answer.Id, kind, Write(rest), ct);
    }

    private static string Write(IReadOnlyList<string> parts) =>
        JsonSerializer.Serialize([.. parts], Json.Default.StringArray);

    private static string[] Read(string payload) => JsonSerializer.Deserialize(payload, Json.Default.StringArray) ?? [];

    [JsonSerializable(typeof(string[]))]
    private sealed partial class Json : JsonSerializerContext;
}
