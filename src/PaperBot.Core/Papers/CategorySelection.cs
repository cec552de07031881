namespace PaperBot.Core.Papers;

/// <summary>
/// Categories by union and difference: <c>cs.AI+cs.LG-cs.CY</c>. Whole archives (<c>cs</c>) stand for all their
/// categories. A paper is in when one of its categories is included and none is excluded.
/// </summary>
/// <param name="Included">Canonical names, each once, in the order given; at least one.</param>
/// <param name="Excluded">Canonical names.</param>
public sealed partial record CategorySelection(IReadOnlyList<string> Included, IReadOnlyList<string> Excluded)
{
    /// <summary>How the selection is written: <c>cs.AI+cs.LG-cs.CY</c>.</summary>
    public override string ToString() =>
        string.Join('+', Included) + string.Concat(Excluded.Select(category => "-" + category));
}
