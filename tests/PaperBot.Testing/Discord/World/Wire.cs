using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>How values are written on Discord's wire.</summary>
internal static class Wire
{
    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);

    /// <summary>An id, or 0 when the text is none.</summary>
    public static ulong Id(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>An id that may be written as a number.</summary>
    public static ulong Id(JsonNode? node) => Id(node?.ToString());

    public static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static long Number(JsonNode? node) =>
        long.TryParse(node?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;

    public static bool Flag(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    public static IEnumerable<JsonObject> Objects(JsonNode? node) => (node as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Discord counts characters of a text as code points.</summary>
    public static int Length(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
