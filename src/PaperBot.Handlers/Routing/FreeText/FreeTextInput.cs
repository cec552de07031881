using PaperBot.Core.Commands;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>A text that is no command line.</summary>
/// <param name="Text">Cleaned and trimmed; never empty.</param>
/// <param name="Incoming">What came.</param>
/// <param name="Commands">What there is.</param>
internal sealed record FreeTextInput(string Text, Incoming Incoming, CommandTable Commands)
{
    /// <summary>True when it is only looked at: nothing that is remembered may be used up.</summary>
    public bool IsCheck { get; init; }

    /// <summary>True when the bot has that command.</summary>
    public bool Has(string command) => Commands.Find(command) is not null;
}
