using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>Identifiers, links and DOIs of arXiv papers, alone or inside a sentence, are looked up.</summary>
internal sealed class PaperIdsRule : IFreeTextRule
{
    private const string Command = "paper";

    public int Order => RuleOrder.Papers;

    public ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        Outcome<string>? line = null;
        if (input.Commands.Find(Command) is { } spec)
        {
            var most = spec.Parameters.Where(p => p.Positional).Max(p => p.Many ? p.MaxCount : 1);
            var ids = ArxivId.FindAll(input.Text).Select(found => found.Id).Distinct().Take(most + 1).ToList();
            if (ids.Count > 0)
                line = $"/{Command} {string.Join(' ', ids)}";
        }
        return ValueTask.FromResult(line);
    }
}
