using PaperBot.Core.Outcomes;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>A leading <c>=</c> calculates, where the bot can.</summary>
internal sealed class SignRule : IFreeTextRule
{
    private const string Command = "calc";

    public int Order => RuleOrder.Sign;

    public ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        Outcome<string>? line = null;
        if (input.Text is ['=' or '＝', _, ..] && input.Has(Command))
            line = $"/{Command} {input.Text[1..].Trim()}";
        return ValueTask.FromResult(line);
    }
}
