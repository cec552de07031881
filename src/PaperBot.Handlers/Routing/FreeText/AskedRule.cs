using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>Puts the text in the place of the <c>?</c> in the line that this person was asked about.</summary>
internal sealed class AskedRule(IConversationStore conversations) : IFreeTextRule
{
    public int Order => RuleOrder.Asked;

    public async ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        var (conversation, person) = (input.Incoming.Conversation, input.Incoming.Person.Id);
        var line = await conversations.AskedAsync(conversation, person, cancellationToken);
        if (line is null)
            return null;
        if (!input.IsCheck)
            await conversations.AskAsync(conversation, person, null, cancellationToken);
        return Fill(input.Commands, line, input.Text);
    }

    private static Outcome<string>? Fill(CommandTable commands, string line, string text)
    {
        if (commands.Match(line, 1) is not var (spec, end))
            return null;
        var last = spec.Parameters.LastOrDefault(p => p.Positional);
        var at = line.LastIndexOf(' ' + CommandLine.Ask, StringComparison.Ordinal);
        if (at < end)
            at = line.LastIndexOf(':' + CommandLine.Ask, StringComparison.Ordinal);
        if (at < end)
            return null;
        var value = last is { Verbatim: true } && at + 2 == line.Length ? text : CommandLine.Quote(text);
        return string.Concat(line.AsSpan(0, at + 1), value, line.AsSpan(at + 2));
    }
}
