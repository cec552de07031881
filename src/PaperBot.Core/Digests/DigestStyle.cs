namespace PaperBot.Core.Digests;

/// <summary>How a digest looks.</summary>
public enum DigestStyle
{
    /// <summary>One list of all titles; the best of them with their sentence.</summary>
    Compact,

    /// <summary>The best as cards with buttons, the other titles as a list under them.</summary>
    Cards,
}
