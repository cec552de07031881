using PaperBot.Core.Texts;

namespace PaperBot.Core.Commands;

/// <summary>
/// Offers values for some parameters while somebody types. The router asks every source that serves a parameter and
/// joins what they offer; a parameter's own choices need no source.
/// </summary>
public interface ISuggestionSource
{
    /// <summary>True for the parameters that it knows values for.</summary>
    bool Serves(CommandSpec command, Parameter parameter);

    /// <summary>
    /// Values to offer, best first. Called at every key stroke: it reads what is at hand and asks no upstream.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="parameter">One of its parameters that <see cref="Serves"/> said yes to.</param>
    /// <param name="typed">What stands in the field so far; may be empty.</param>
    /// <param name="locale">The language of the labels.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(
        CommandSpec command,
        Parameter parameter,
        string typed,
        Locale locale,
        int most,
        CancellationToken cancellationToken
    );
}
