using PaperBot.Core.Outcomes;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>Makes a command line out of text that is none. Features register rules; the first that answers wins.</summary>
internal interface IFreeTextRule
{
    /// <summary>Rules are asked in this order; see <see cref="RuleOrder"/>.</summary>
    int Order { get; }

    /// <summary>The command line that the text stands for, an error about it, or null when the rule does not apply.</summary>
    ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken);
}
