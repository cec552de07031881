using System.Text.Json.Nodes;
using PaperBot.Platforms.WeChat.WeCom.Connection;

namespace PaperBot.Platforms.WeChat.WeCom.Messages;

/// <summary>What somebody said or pressed.</summary>
/// <param name="Id">Names it, so that what comes twice is answered once.</param>
/// <param name="RequestId">Under which it is answered.</param>
/// <param name="User">Who.</param>
/// <param name="Group">The group; null in a direct chat.</param>
internal sealed record WeComMessage(string Id, string RequestId, string User, string? Group)
{
    private const int MostItems = 50;

    /// <summary>What was written or spoken, without the mention of the bot; may be empty.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<SentFile> Files { get; init; } = [];

    /// <summary>Which event; null for a message.</summary>
    public string? Event { get; init; }

    /// <summary>The key of the button that was pressed.</summary>
    public string? Key { get; init; }

    /// <summary>The card on which it stands.</summary>
    public string? Task { get; init; }

    /// <summary>Where it is answered: the group, or the person.</summary>
    public string Chat => Group ?? User;

    /// <summary>Reads a frame; null for what is neither a message nor an event of somebody's.</summary>
    public static WeComMessage? Read(WeComFrame frame)
    {
        if (
            frame.Body is not { } body
            || Field(body, "msgid") is not { } id
            || Field(body["from"], "userid") is not { } user
            || !WeComIds.IsPlain(user)
        )
            return null;
        var group = Field(body, "chattype") == "group" ? Field(body, "chatid") : null;
        if (group is not null && !WeComIds.IsPlain(group))
            return null;
        var message = new WeComMessage(id, frame.RequestId, user, group);
        if (frame.Command == WeComCommands.Event)
            return ReadEvent(message, body["event"]);
        var text = Words(body);
        return message with { Text = group is null ? text.Trim() : WithoutMention(text), Files = [.. FilesOf(body)] };
    }

    private static WeComMessage ReadEvent(WeComMessage message, JsonNode? happened)
    {
        // The documentation nests what belongs to a card; the official client's types do not.
        var card = (happened as JsonObject)?["template_card_event"] as JsonObject ?? happened;
        return message with
        {
            Event = Field(happened, "eventtype"),
            Key = Field(card, "event_key"),
            Task = Field(card, "task_id"),
        };
    }

    private static string Words(JsonObject body) =>
        Field(body, "msgtype") switch
        {
            "text" => Field(body["text"], "content") ?? "",
            "voice" => Field(body["voice"], "content") ?? "",
            "mixed" => string.Join(
                '\n',
                Items(body).Select(item => Field(item["text"], "content")).Where(part => !string.IsNullOrEmpty(part))
            ),
            _ => "",
        };

    private static IEnumerable<SentFile> FilesOf(JsonObject body)
    {
        foreach (var holder in Items(body).Prepend(body))
        foreach (var kind in (string[])["image", "file", "video"])
            if (
                Field(holder[kind], "url") is { } address
                && Uri.TryCreate(address, UriKind.Absolute, out var url)
                && url.Scheme is "http" or "https"
            )
                yield return new SentFile(kind, url, Field(holder[kind], "aeskey"));
    }

    private static IEnumerable<JsonObject> Items(JsonObject body) =>
        ((body["mixed"] as JsonObject)?["msg_item"] as JsonArray)?.OfType<JsonObject>().Take(MostItems) ?? [];

    /// <summary>In a group the text begins, or ends, with the mention by which the bot was called, perhaps among others.</summary>
    private static string WithoutMention(string text)
    {
        var rest = text.Trim();
        var isFirst = rest is ['@', ..];
        while (rest is ['@', ..])
        {
            var end = rest.AsSpan().IndexOfAny(' ', '\u2005', '\n');
            rest = end < 0 ? "" : rest[(end + 1)..].Trim();
        }
        if (isFirst)
            return rest;
        if (rest.LastIndexOf('@') is var at and > 0 && char.IsWhiteSpace(rest[at - 1]))
        {
            if (!rest.AsSpan(at).ContainsAny(' ', '\u2005', '\n'))
                rest = rest[..at].Trim();
        }
        return rest;
    }

    private static string? Field(JsonNode? node, string name) =>
        node is JsonObject holder && holder[name] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : null;
}
