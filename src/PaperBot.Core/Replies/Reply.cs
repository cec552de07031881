using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Core.Replies;

/// <summary>What the bot says: cards, for every platform to show in its own dialect.</summary>
/// <param name="Cards">In reading order; at least one.</param>
public sealed record Reply(IReadOnlyList<Card> Cards)
{
    /// <summary>Who sees it; default everybody in the place.</summary>
    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>
    /// Who may be notified by this reply. Nobody else ever is, whatever the text holds. Default: nobody.
    /// </summary>
    public IReadOnlyList<PersonId> Notify { get; init; } = [];

    /// <summary>
    /// The one paper, with its version, that the reply is about and on whose page more of it can be read
    /// (<see cref="IPaperPages"/>): a long reply ends with the link, which the router adds. Default: none.
    /// </summary>
    public ArxivId? Paper { get; init; }

    /// <summary>
    /// The command lines that the numbers in the text stand for, the first for 1. A platform that numbers
    /// <see cref="Card.Actions"/> too goes on behind them, so that no number means two things. Default: the text has none.
    /// </summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>
    /// Groups of the place (roles), by the platform's ids, that are notified beside <see cref="Notify"/>. Default: none.
    /// </summary>
    public IReadOnlyList<string> NotifyGroups { get; init; } = [];

    /// <summary>The conversation that this reply begins or goes on with. Null, the default: none.</summary>
    public Talk? Talk { get; init; }

    /// <summary>A reply of one card with nothing but text.</summary>
    public static Reply Of(string markdown) => new([new Card("text") { Markdown = markdown }]);

    /// <summary>A reply of the given cards.</summary>
    public static Reply Of(params Card[] cards) => new(cards);
}
