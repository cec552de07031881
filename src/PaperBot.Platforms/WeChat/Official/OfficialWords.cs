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
        "好",
        "好的",
        "嗯",
        "ok",
        "取",
        "答案",
        "结果",
        "好了吗",
        "more",
        "next",
        "answer",
    ];

    /// <summary>What the door answers by itself; null when the router answers, or nobody does.</summary>
    public string? Own(OfficialMessage message) =>
        message switch
        {
            { Event: "subscribe" } => texts.Get(Locale.Chinese, "wechat.welcome"),
            { Kind: "image" or "voice" or "video" or "shortvideo" or "location" or "file" } => texts.Get(
                Locale.Chinese,
                "wechat.kinds"
            ),
            _ => null,
        };

    /// <summary>What the person said, as the router would read it; null when there is nothing to answer.</summary>
    public static string? TextOf(OfficialMessage message) =>
        message.Kind switch
        {
            "text" => message.Content,
            "link" => message.Url,
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
        if (handed.IsAgain)
            text = texts.Get(locale, "wechat.again") + "\n\n" + text;
        return handed.Left == 0 ? text : text + "\n\n" + texts.Get(locale, "wechat.left", ("count", handed.Left));
    }

    /// <summary>What is being done, for how long already, and how to get the answer.</summary>
    /// <param name="exchange">The question.</param>
    /// <param name="since">How long it is being answered.</param>
    /// <param name="follows">Whether the answer comes without being asked for.</param>
    /// <param name="locale">In which language.</param>
    public string StillAtIt(Exchange exchange, TimeSpan since, bool follows, Locale locale) =>
        exchange.IsKnown || exchange.Done.IsCompleted
            ? texts.Get(locale, "wechat.soon", ("then", Then(follows)))
            : texts.Get(
                locale,
                "wechat.working",
                ("seconds", (int)since.TotalSeconds),
                ("stage", progress.Of(exchange.Progress, locale)),
                ("then", Then(follows))
            );

    /// <summary>Under answers to earlier questions: that this one is being answered too.</summary>
    public string StillAtItToo(TimeSpan since, bool follows, Locale locale) =>
        texts.Get(locale, "wechat.working.too", ("seconds", (int)since.TotalSeconds), ("then", Then(follows)));

    private static Message Then(bool follows) => Message.Of(follows ? "wechat.then.follows" : "wechat.then.fetch");
}
