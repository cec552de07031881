using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>Who says hello, or asks for help in a word, sees how to begin.</summary>
internal sealed class GreetingRule : IFreeTextRule
{
    private static readonly HashSet<string> Greetings = new(StringComparer.Ordinal)
    {
        "hi",
        "hello",
        "hey",
        "hi there",
        "hello there",
        "good morning",
        "help",
        "start",
        "menu",
        "test",
        "ping",
        "thanks",
        "thank you",
        "你好",
        "您好",
        "嗨",
        "哈喽",
        "在吗",
        "早",
        "早上好",
        "帮助",
        "菜单",
        "测试",
        "谢谢",
        "怎么用",
    };

    public int Order => RuleOrder.Greeting;

    public ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        var words = InputText.Fold(input.Text).Trim(' ', '!', '?', '.', '~', ',');
        Outcome<string>? line = null;
        if (words.Length == 0 || Greetings.Contains(words))
            line = "/help";
        return ValueTask.FromResult(line);
    }
}
