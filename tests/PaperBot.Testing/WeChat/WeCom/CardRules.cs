using System.Text;
using System.Text.Json.Nodes;

namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>What WeCom requires of a card; the sentence names what is wrong.</summary>
internal static class CardRules
{
    private const int MostButtons = 6;
    private const int LongestKey = 1_024;
    private const int LongestTask = 128;

    private static readonly string[] Kinds =
    [
        "text_notice",
        "news_notice",
        "button_interaction",
        "vote_interaction",
        "multiple_interaction",
    ];

    public static string? Fault(JsonObject? card)
    {
        if (card is null || !Kinds.Contains(Text(card["card_type"])))
            return "card_type";
        if (Text(card["main_title"]?["title"]) is null && Text(card["sub_title_text"]) is null)
            return "a card has a main_title or a sub_title_text";
        if (
            Text(card["task_id"]) is { } task
            && (task.Length > LongestTask || !task.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '@'))
        )
            return "task_id";
        if (Text(card["card_type"]) != "button_interaction")
            return null;
        if (Text(card["task_id"]) is null)
            return "a card of buttons has a task_id";
        if (card["button_list"] is not JsonArray { Count: > 0 and <= MostButtons } buttons)
            return "one to six buttons";
        var keys = buttons.Select(button => Text(button?["key"])).ToList();
        if (keys.Any(key => key is null || Encoding.UTF8.GetByteCount(key) > LongestKey))
            return "a button's key has 1 to 1,024 bytes";
        if (keys.Distinct().Count() != keys.Count)
            return "two buttons have one key";
        return buttons.Any(button => Text(button?["text"]) is null) ? "a button has a text" : null;
    }

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
