using System.Text.Json.Nodes;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.WeChat.WeCom.Rendering;

/// <summary>
/// Cards whose buttons are actions. A button's key is the command line itself, or a short key for a long one; the card is
/// kept under its task, so that a press can show on it.
/// </summary>
internal sealed class ButtonCards(IShortLineStore lines, IConversationStore conversations, ITexts texts)
{
    /// <summary>How many buttons a card takes.</summary>
    public const int Most = 6;

    private const int LongestKey = 1_000;
    private const int LongestLabel = 20;
    private const int LongestTitle = 36;
    private const char Line = '/';
    private const char Short = '#';
    private const string LocaleMark = "zh";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task<JsonObject> WriteAsync(
        IReadOnlyList<ReplyAction> actions,
        string? title,
        string key,
        string chat,
        PersonId? person,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        var list = new JsonArray();
        foreach (var action in actions)
        {
            var button = new JsonObject
            {
                ["text"] = Cut(action.Label, LongestLabel),
                ["style"] = list.Count == 0 ? 1 : 2,
                ["key"] = await KeyAsync(action.Line!, list.Count, cancellationToken),
            };
            list.Add(button);
        }
        var task = (locale.IsChinese ? LocaleMark : "en") + "-" + WeComIds.Short(key);
        var card = new JsonObject
        {
            ["card_type"] = "button_interaction",
            ["main_title"] = new JsonObject
            {
                ["title"] = title is null ? texts.Get(locale, "wecom.next") : Cut(title, LongestTitle),
                ["desc"] = title is null ? null : texts.Get(locale, "wecom.next"),
            },
            ["button_list"] = list,
            ["task_id"] = task,
        };
        await conversations.WriteAsync(
            WeComIds.Conversation(chat),
            Name(task),
            card.ToJsonString(),
            person,
            Kept,
            cancellationToken
        );
        return card;
    }

    /// <summary>The line behind a button; null when its key has expired.</summary>
    public async Task<string?> LineAsync(string? key, CancellationToken cancellationToken)
    {
        var end = key?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return key?[(end + 1)..] switch
        {
            [Line, ..] line => line,
            [Short, .. var name] => await lines.ExpandAsync(name, cancellationToken),
            _ => null,
        };
    }

    /// <summary>The language of a card.</summary>
    public static Locale LocaleOf(string? task) =>
        task?.StartsWith("en-", StringComparison.Ordinal) == true ? Locale.English : Locale.Chinese;

    /// <summary>The card as it looks after a press; null when it is no longer kept.</summary>
    public async Task<JsonObject?> PressedAsync(
        string chat,
        string? task,
        string? key,
        CancellationToken cancellationToken
    )
    {
        if (
            task is not { Length: > 0 and <= 128 }
            || await conversations.ReadAsync(WeComIds.Conversation(chat), Name(task), cancellationToken) is not { } kept
            || JsonNode.Parse(kept) is not JsonObject card
        )
            return null;
        var label = (card["button_list"] as JsonArray)
            ?.OfType<JsonObject>()
            .FirstOrDefault(button => (string?)button["key"] == key)
            ?["text"]?.GetValue<string>();
        if (label is not null)
            card["sub_title_text"] = texts.Get(LocaleOf(task), "wecom.chosen", ("label", label));
        return card;
    }

    /// <summary>Two buttons of a card may not have the same key: a number stands before it.</summary>
    private async Task<string> KeyAsync(string line, int number, CancellationToken cancellationToken)
    {
        var key = FormattableString.Invariant($"{number} {line}");
        return System.Text.Encoding.UTF8.GetByteCount(key) <= LongestKey
            ? key
            : FormattableString.Invariant($"{number} {Short}{await lines.ShortenAsync(line, cancellationToken)}");
    }

    private static string Name(string task) => "card:" + task;

    private static string Cut(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= longest)
            return line;
        var end = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..end] + "…";
    }
}
