using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>Uploads in pieces. Called under the simulator's lock.</summary>
internal sealed class WeComMedia(WeComSimulator simulator)
{
    private const int LargestPiece = 512 * 1024;
    private const int MostPieces = 100;
    private const int SmallestFile = 5;

    public int Begin(JsonObject body, out JsonObject? result)
    {
        result = null;
        var size = Number(body["total_size"]);
        var pieces = Number(body["total_chunks"]);
        if (CardRules.Text(body["type"]) is not ("image" or "file" or "voice" or "video") || Kind(body) is not { } kind)
            return WeComCode.BadFileKind;
        var most = kind switch
        {
            "file" => 20 << 20,
            "voice" => 2 << 20,
            _ => 10 << 20,
        };
        if (size < SmallestFile || size > most || pieces is < 1 or > MostPieces)
            return WeComCode.BadFileSize;
        if (CardRules.Text(body["filename"]) is not { } name)
            return WeComCode.BadParameter;
        var id = simulator.NextId("upload");
        simulator.Uploads[id] = new SimUpload(kind, name, size, pieces, CardRules.Text(body["md5"]));
        result = new JsonObject { ["upload_id"] = id };
        return WeComCode.Ok;
    }

    public int Piece(JsonObject body)
    {
        var index = Number(body["chunk_index"]);
        if (
            CardRules.Text(body["upload_id"]) is not { } id
            || !simulator.Uploads.TryGetValue(id, out var upload)
            || index < 0
            || index >= upload.Pieces
        )
            return WeComCode.BadParameter;
        var data = CardRules.Text(body["base64_data"]) ?? "";
        var bytes = new byte[data.Length];
        if (!Convert.TryFromBase64String(data, bytes, out var count) || count > LargestPiece)
            return WeComCode.BadFileSize;
        upload.Parts[index] = bytes[..count];
        return WeComCode.Ok;
    }

    public int End(JsonObject body, out JsonObject? result)
    {
        result = null;
        if (CardRules.Text(body["upload_id"]) is not { } id || !simulator.Uploads.Remove(id, out var upload))
            return WeComCode.BadParameter;
        byte[] content = [.. upload.Parts.Values.SelectMany(part => part)];
        if (upload.Parts.Count != upload.Pieces || content.Length != upload.Size)
            return WeComCode.BadFileSize;
#pragma warning disable CA5351 // The platform's own check of the transfer.
        if (
            upload.Md5 is { } md5
            && !md5.Equals(Convert.ToHexString(MD5.HashData(content)), StringComparison.OrdinalIgnoreCase)
        )
#pragma warning restore CA5351
            return WeComCode.BadParameter;
        var name = simulator.NextId("media");
        var now = simulator.Time.GetUtcNow();
        simulator.Media[name] = new SimMedium(upload.Kind, upload.Name, content, now);
        result = new JsonObject
        {
            ["type"] = upload.Kind,
            ["media_id"] = name,
            ["created_at"] = $"{now.ToUnixTimeSeconds()}",
        };
        return WeComCode.Ok;
    }

    private static string? Kind(JsonObject body) => CardRules.Text(body["type"]);

    private static int Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out int number) ? number : -1;
}
