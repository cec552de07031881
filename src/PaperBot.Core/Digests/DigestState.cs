namespace PaperBot.Core.Digests;

/// <summary>Whether a subscription is delivered.</summary>
public enum DigestState
{
    /// <summary>It is.</summary>
    Active,

    /// <summary>Somebody paused it.</summary>
    Paused,

    /// <summary>Switched off by the bot, because the place refuses its posts.</summary>
    Refused,
}
