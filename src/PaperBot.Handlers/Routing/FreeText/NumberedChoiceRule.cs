using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>A number after a reply that numbers its choices.</summary>
internal sealed class NumberedChoiceRule(IConversationStore conversations) : IFreeTextRule
{
    private const int LongestNumber = 8;

    private static readonly char[] Around = ['.', '。', '、', ')', '）', '(', '（', '#', '第', '个', '篇', '条', ' '];

    public int Order => RuleOrder.Choice;

    public async ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        if (Number(input.Text) is not { } number)
            return null;
        var lines = await conversations.OfferedAsync(input.Incoming.Conversation, cancellationToken);
        if (lines.Count == 0)
            return null;
        if (number < 1 || number > lines.Count)
            return Errors.UserInput("choice.range", ("number", number), ("most", lines.Count));
        var line = lines[number - 1];
        if (!line.EndsWith(' ' + CommandLine.Ask, StringComparison.Ordinal))
            return line;
        // A platform of numbers has no form: the value is the person's next message.
        if (!input.IsCheck)
            await conversations.AskAsync(
                input.Incoming.Conversation,
                input.Incoming.Person.Id,
                line,
                cancellationToken
            );
        return Errors.UserInput("choice.ask");
    }

    private static int? Number(string text)
    {
        if (text.Length > LongestNumber)
            return null;
        if (text is [>= '①' and <= '⑳'])
            return text[0] - '①' + 1;
        var digits = InputText.Fold(text.Trim(Around));
        return
            digits.Length is > 0 and <= 3
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
