using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>The limits of messages that stand in the documentation's text and not in its schemas.</summary>
internal static class MessageRules
{
    private const int V2 = 1 << 15;

    /// <summary>Refuses what Discord refuses.</summary>
    /// <param name="body">The message.</param>
    /// <param name="files">Its new files.</param>
    /// <param name="uploadLimit">Bytes of the files together.</param>
    /// <param name="before">The message before an edit.</param>
    public static void Check(
        JsonObject body,
        IReadOnlyDictionary<int, UploadedFile> files,
        long uploadLimit,
        SimMessage? before = null
    )
    {
        if (files.Values.Sum(file => (long)file.Bytes.Length) > uploadLimit)
            throw new ApiException(413, 40005, "Request entity too large");
        if (Wire.Length(Wire.Text(body["content"])) > 2000)
            throw Long("content", 2000);
        CheckEmbeds(body);
        CheckAttachments(body, files);
        var isV2 = ((Wire.Number(body["flags"]) | Wire.Number(before?.Json["flags"])) & V2) != 0;
        ComponentRules.CheckMessage(body, isV2);
        if (isV2 && (Wire.Text(body["content"]) is { Length: > 0 } || Wire.Objects(body["embeds"]).Any()))
        {
            throw ApiException.Form(
                "flags",
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "content and embeds cannot be used with components V2"
            );
        }

        if (before is null && IsEmpty(body, files))
            throw new ApiException(400, 50006, "Cannot send an empty message");
    }

    private static bool IsEmpty(JsonObject body, IReadOnlyDictionary<int, UploadedFile> files) =>
        string.IsNullOrWhiteSpace(Wire.Text(body["content"]))
        && !Wire.Objects(body["embeds"]).Any()
        && !Wire.Objects(body["components"]).Any()
        && files.Count == 0
        && body["poll"] is null
        && body["sticker_ids"] is null;

    private static void CheckEmbeds(JsonObject body)
    {
        var total = 0;
        var embeds = Wire.Objects(body["embeds"]).ToArray();
        if (embeds.Length > 10)
            throw Long("embeds", 10);
        foreach (var embed in embeds)
        {
            total += Limit(embed, "title", 256) + Limit(embed, "description", 4096);
            total += Limit(embed["footer"], "text", 2048) + Limit(embed["author"], "name", 256);
            var fields = Wire.Objects(embed["fields"]).ToArray();
            if (fields.Length > 25)
                throw Long("embeds.fields", 25);
            foreach (var field in fields)
            {
                if (Wire.Length(Wire.Text(field["name"])) == 0 || Wire.Length(Wire.Text(field["value"])) == 0)
                    throw ApiException.Form("embeds", "BASE_TYPE_REQUIRED", "This field is required");
                total += Limit(field, "name", 256) + Limit(field, "value", 1024);
            }
        }

        if (total > 6000)
            throw ApiException.Form("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }

    private static void CheckAttachments(JsonObject body, IReadOnlyDictionary<int, UploadedFile> files)
    {
        if (files.Count > 10)
            throw Long("attachments", 10);
        var names = files.Values.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var attachment in Wire.Objects(body["attachments"]))
        {
            _ = Limit(attachment, "description", 1024);
            var id = Wire.Id(attachment["id"]);
            if (id < 10 && !files.ContainsKey((int)id))
                throw ApiException.Form("attachments", "ATTACHMENT_NOT_FOUND", $"no file {id} was uploaded");
            if (Wire.Text(attachment["filename"]) is { } name)
                names.Add(name);
        }

        foreach (var url in Urls(body).Where(url => url.StartsWith("attachment://", StringComparison.Ordinal)))
        {
            if (!names.Contains(url["attachment://".Length..]))
                throw ApiException.Form("attachments", "ATTACHMENT_NOT_FOUND", $"{url} is not among the files");
        }
    }

    private static IEnumerable<string> Urls(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m =>
                m.Key is "url" or "icon_url" && Wire.Text(m.Value) is { } url ? [url] : Urls(m.Value)
            ),
            JsonArray items => items.SelectMany(Urls),
            _ => [],
        };

    private static int Limit(JsonNode? node, string name, int most)
    {
        var length = Wire.Length(Wire.Text((node as JsonObject)?[name]));
        return length <= most ? length : throw Long(name, most);
    }

    private static ApiException Long(string field, int most) =>
        ApiException.Form(field, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
}
