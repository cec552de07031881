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
    public async Task KeepAsync(string openId, string id, OfficialPost post, CancellationToken ct) =>
        await store.AppendAsync(
            new TranscriptDraft(
                WeChatIds.Conversation(openId),
                id,
                post.Parts.Count > 0 ? Waiting : Shown,
                Write(post.Parts, post.Pictures, isBegun: false),
                WeChatIds.Person(openId),
                time.GetUtcNow()
            ),
            ct
        );

    /// <summary>What waits for the person, oldest first.</summary>
    public async Task<IReadOnlyList<WaitingAnswer>> ReadAsync(string openId, CancellationToken ct)
    {
        var entries = await store.ReadLatestAsync(WeChatIds.Conversation(openId), null, MostEntries, ct);
        return [.. entries.Where(e => e.Kind == Waiting).Select(e => Read(e.Id, e.Payload))];
    }

    /// <summary>The platform took so many parts, and then so many pictures, of it.</summary>
    public async Task StrikeAsync(string openId, WaitingAnswer answer, int parts, int pictures, CancellationToken ct)
    {
        var rest = answer.Parts.Skip(parts).ToList();
        var left = answer.Pictures.Skip(pictures).ToList();
        var kind = rest.Count + left.Count > 0 ? Waiting : Shown;
        await store.ReplaceAsync(WeChatIds.Conversation(openId), answer.Id, kind, Write(rest, left, isBegun: true), ct);
    }

    private static string Write(IEnumerable<string> parts, IEnumerable<byte[]> pictures, bool isBegun) =>
        JsonSerializer.Serialize(new Kept([.. parts], [.. pictures], isBegun), WaitingJson.Default.Kept);

    private static WaitingAnswer Read(string id, string payload)
    {
        // An older version kept the parts alone.
        if (payload is ['[', ..])
            return new(id, JsonSerializer.Deserialize(payload, WaitingJson.Default.StringArray) ?? [], []);
        var kept = JsonSerializer.Deserialize(payload, WaitingJson.Default.Kept);
        return new(id, kept?.Parts ?? [], kept?.Pictures ?? []) { IsBegun = kept?.IsBegun ?? false };
    }

    private sealed record Kept(string[] Parts, byte[][] Pictures, bool IsBegun);

    [JsonSerializable(typeof(Kept))]
    [JsonSerializable(typeof(string[]))]
    private sealed partial class WaitingJson : JsonSerializerContext;
}
