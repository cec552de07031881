using System.Text;
using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>The limits of components in messages and forms.</summary>
internal static class ComponentRules
{
    /// <summary>Above this a message of components is answered 500, before the documented 4,000 characters.</summary>
    private const int LargestV2 = 10_170;

    public static void CheckMessage(JsonObject body, bool isV2)
    {
        var top = Wire.Objects(body["components"]).ToArray();
        var all = SimMessage.Walk(top).ToArray();
        if (isV2)
        {
            CheckV2(top, all);
        }
        else if (top.Any(component => Wire.Number(component["type"]) != 1))
        {
            throw Wrong("only rows without components V2");
        }
        else if (top.Length > 5)
        {
            throw Wrong("at most 5 rows");
        }

        foreach (var row in all.Where(component => Wire.Number(component["type"]) == 1))
            CheckRow(row);
        CheckIds(all);
    }

    public static void CheckModal(JsonObject data)
    {
        if (Wire.Length(Wire.Text(data["title"])) is < 1 or > 45)
            throw Wrong("a title of 1 to 45 characters");
        if (Wire.Length(Wire.Text(data["custom_id"])) is < 1 or > 100)
            throw Wrong("a custom_id of 1 to 100 characters");
        var top = Wire.Objects(data["components"]).ToArray();
        if (top.Length is < 1 or > 5)
            throw Wrong("1 to 5 components in a form");
        if (top.Any(component => Wire.Number(component["type"]) is not (1 or 10 or 18)))
            throw Wrong("rows, texts and labels in a form");
        foreach (var label in top.Where(component => Wire.Number(component["type"]) == 18))
        {
            if (Wire.Length(Wire.Text(label["label"])) is < 1 or > 45)
                throw Wrong("a label of 1 to 45 characters");
            if (Wire.Length(Wire.Text(label["description"])) > 100)
                throw Wrong("a description of up to 100 characters");
        }

        CheckIds([.. SimMessage.Walk(top)]);
    }

    private static void CheckV2(JsonObject[] top, JsonObject[] all)
    {
        if (all.Length > 40)
            throw Wrong("at most 40 components");
        if (all.Sum(component => Wire.Length(Wire.Text(component["content"]))) > 4000)
            throw Wrong("at most 4000 characters of text");
        if (top.Sum(component => Encoding.UTF8.GetByteCount(component.ToJsonString(Plain))) > LargestV2)
            throw new ApiException(500, 0, "500: Internal Server Error");
    }

    private static void CheckRow(JsonObject row)
    {
        var inner = Wire.Objects(row["components"]).ToArray();
        var buttons = inner.Count(component => Wire.Number(component["type"]) == 2);
        if (inner.Length == 0 || inner.Length > 5 || (buttons < inner.Length && inner.Length > 1))
            throw Wrong("up to 5 buttons or one menu in a row");
    }

    private static void CheckIds(JsonObject[] all)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in all)
        {
            var id = Wire.Text(component["custom_id"]);
            if (id is not null && (id.Length == 0 || id.EnumerateRunes().Count() > 100 || !ids.Add(id)))
                throw Wrong("custom_ids of 1 to 100 characters, none twice");
            switch (Wire.Number(component["type"]))
            {
                case 2:
                    CheckButton(component, id);
                    break;
                case 3:
                    CheckOptions(component, id);
                    break;
            }
        }
    }

    private static void CheckButton(JsonObject button, string? id)
    {
        if (Wire.Length(Wire.Text(button["label"])) > 80)
            throw Wrong("a label of up to 80 characters");
        if (Wire.Text(button["label"]) is null or "" && button["emoji"] is null)
            throw Wrong("a label or an emoji on a button");
        var isLink = Wire.Number(button["style"]) == 5;
        if (isLink ? Wire.Text(button["url"]) is null || id is not null : id is null || button["url"] is not null)
            throw Wrong("a custom_id, or for a link an address");
        if (Wire.Length(Wire.Text(button["url"])) > 512)
            throw Wrong("an address of up to 512 characters");
    }

    private static void CheckOptions(JsonObject menu, string? id)
    {
        var options = Wire.Objects(menu["options"]).ToArray();
        if (id is null || options.Length is < 1 or > 25)
            throw Wrong("1 to 25 options");
        if (options.Select(option => Wire.Text(option["value"])).Distinct().Count() != options.Length)
            throw Wrong("no value twice");
        if (
            options.Any(option =>
                Wire.Length(Wire.Text(option["label"])) is < 1 or > 100
                || Wire.Length(Wire.Text(option["value"])) is < 1 or > 100
                || Wire.Length(Wire.Text(option["description"])) > 100
            )
        )
            throw Wrong("labels, values and descriptions of up to 100 characters");
    }

    private static System.Text.Json.JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ApiException Wrong(string expected) =>
        ApiException.Form("components", "COMPONENT_VALIDATION_FAILED", $"Expected: {expected}.");
}
