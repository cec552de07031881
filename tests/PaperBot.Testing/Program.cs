using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Blogs;
using PaperBot.Testing.Browser;
using PaperBot.Testing.Discord;
using PaperBot.Testing.Llm;
using PaperBot.Testing.WeChat;

// The simulators by hand: one line per verb.
return args is [var verb, .. var rest]
    ? verb switch
    {
        "arxiv" => await ArxivCommand.RunAsync(rest),
        "blog" => await BlogCommand.RunAsync(rest),
        "digest-screenshots" => await DigestScreenshots.RunAsync(rest),
        "discord" => await DiscordCommand.RunAsync(rest),
        "discord-screenshots" => await DiscordScreenshots.RunAsync(rest),
        "model" => await ModelCommand.RunAsync(rest),
        "wechat" => await WeChatCommand.RunAsync(rest),
        "wechat-screenshots" => await WeChatScreenshots.RunAsync(rest),
        "screenshots" => await Screenshots.RunAsync(rest),
        _ => Unknown(verb),
    }
    : Unknown("");

static int Unknown(string verb)
{
    Console.Error.WriteLine(
        $"No simulator '{verb}'; there are: arxiv, blog, digest-screenshots, discord, discord-screenshots, model, "
            + "screenshots, wechat, wechat-screenshots."
    );
    return 2;
}
