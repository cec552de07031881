using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>The one message after joining: what the bot lacks and where, and what to do if no commands appear.</summary>
internal sealed class Greeting(ITexts texts)
{
    private const int MostChannels = 5;

    public Reply Write(IReadOnlyList<MissingPermission> missing, Locale locale)
    {
        var lines = missing.Select(lack => "- " + Line(lack, locale));
        var found =
            missing.Count == 0
                ? texts.Get(locale, "discord.greeting.complete")
                : texts.Get(locale, "discord.greeting.lacks") + "\n" + string.Join('\n', lines);
        var card = new Card("greeting")
        {
            Title = texts.Get(locale, "discord.greeting.title"),
            Markdown = string.Join(
                "\n\n",
                texts.Get(locale, "discord.greeting.hello"),
                found,
                texts.Get(locale, "discord.greeting.reload")
            ),
            Actions = [ReplyAction.Run(texts.Get(locale, "discord.greeting.help"), "/help")],
        };
        return new Reply([card]);
    }

    private string Line(MissingPermission lack, Locale locale)
    {
        var names = string.Join(
            locale.IsChinese ? "、" : ", ",
            lack.Channels.Take(MostChannels).Select(channel => MarkdownText.Escape($"#{channel.Name}"))
        );
        var where =
            lack.IsEverywhere ? texts.Get(locale, "discord.greeting.everywhere")
            : lack.Channels.Count > MostChannels
                ? texts.Get(
                    locale,
                    "discord.greeting.more",
                    ("names", names),
                    ("count", lack.Channels.Count - MostChannels)
                )
            : names;
        return texts.Get(
            locale,
            "discord.greeting.lack",
            ("where", where),
            ("why", texts.Get(locale, $"discord.permission.{lack.Needed.Key}.why"))
        );
    }
}
