using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>Keeps the pages of long replies, so that they turn in place and over restarts.</summary>
internal sealed partial class PageStore(IConversationStore store)
{
    /// <summary>How long pages can be turned.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const string Name = "pages";
    private const int LongestText = 100_000;

    /// <summary>Keeps pages under a key; as many as the store takes.</summary>
    /// <returns>How many can be turned to.</returns>
    public async Task<int> KeepAsync(string key, IReadOnlyList<PageText> pages, PersonId? person, CancellationToken ct)
    {
        var kept = pages;
        var json = Write(kept);
        while (json.Length > LongestText && kept.Count > 1)
        {
            kept = [.. kept.Take(kept.Count - 1)];
            json = Write(kept);
        }
        await store.WriteAsync(IdOf(key), Name, json, person, Kept, ct);
        return kept.Count;
    }

    /// <summary>The pages, or null when they are gone.</summary>
    public async Task<IReadOnlyList<PageText>?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await store.ReadAsync(IdOf(key), Name, cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, PageJson.Default.PageTextArray)
            : null;

    private static string Write(IReadOnlyList<PageText> pages) =>
        JsonSerializer.Serialize([.. pages], PageJson.Default.PageTextArray);

    private static ConversationId IdOf(string key) => new(DiscordIds.Platform, "pages-" + key);

    [JsonSerializable(typeof(PageText[]))]
    private sealed partial class PageJson : JsonSerializerContext;
}
