using PaperBot.Core.Texts;
using PaperBot.Platforms.Progress;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>The door's own words, and what it understands before the router does.</summary>
internal sealed class OfficialWords(ITexts texts, ProgressWords progress)
{
    private static readonly HashSet<string> Polls =
    [
        "?",
        "？",
        "。",
        "…",
        "继续",
        "取",
        "答案",
        "结果",
        "好了吗",
        "more",
        "next",
        "answer",
    ];

    /// <summary>What the person said, as the router would read it; null when there is nothing to answer.</summary>
    public static string? TextOf(OfficialMessage message) =>
        message.Kind switch
        {
            "text" => message.Content,
            "link" => message.Url,
            "event" when message.Event is "subscribe" => "/help",
            "event" when message.Event is "CLICK" => message.EventKey,
            _ => null,
        };

    /// <summary>True when a person only asks for what was promised.</summary>
    public static bool IsPoll(string text) => Polls.Contains(text.Trim().ToLowerInvariant());

    public string Busy(Locale locale) => texts.Get(locale, "wechat.busy");

    /// <summary>The answers in one message, with a line about those that did not fit.</summary>
    public string Joined(Handed handed, Locale locale)
    {
        var text = string.Join(HandOver.Between, handed.Answers).TrimEnd();
        return handed.Left == 0 ? text : text + "\n\n" + texts.Get(locale, "wechat.left", ("count", handed.Left));
    }

    /// <summary>What is being done, for how long already, and how to get the answer.</summary>
    public string StillAtIt(Exchange exchange, TimeSpan since, Locale locale) =>
        exchange.IsKnown || exchange.Done.IsCompleted
            ? texts.Get(locale, "wechat.soon")
            : texts.Get(
                locale,
                "wechat.working",
                ("seconds", (int)since.TotalSeconds),
                ("stage", progress.Of(exchange.Progress, locale))
            );
}
