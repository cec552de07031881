using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>Whatever no other rule takes is looked for among the titles of papers; without papers, help is shown.</summary>
internal sealed class TitleRule : IFreeTextRule
{
    private const string Command = "paper";

    public int Order => RuleOrder.Anything;

    public ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        Outcome<string>? line = input.Has(Command) ? $"/{Command} {CommandLine.Quote(input.Text)}" : "/help";
        return ValueTask.FromResult(line);
    }
}
