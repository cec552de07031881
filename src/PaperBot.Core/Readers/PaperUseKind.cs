namespace PaperBot.Core.Readers;

/// <summary>What a reader did with a paper.</summary>
public enum PaperUseKind
{
    /// <summary>Voted for it.</summary>
    Up = 1,

    /// <summary>Voted against it: it only ranks, and its number is never shown.</summary>
    Down = 2,

    /// <summary>Opened its card.</summary>
    Details = 3,

    /// <summary>Opened its FAQ.</summary>
    Faq = 4,

    /// <summary>Opened its PDF through the bot's redirect.</summary>
    Pdf = 5,

    /// <summary>Asked a question about it.</summary>
    Asked = 6,
}
