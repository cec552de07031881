namespace PaperBot.Testing.Discord;

/// <summary>How the bot is killed.</summary>
/// <param name="Kills">How often.</param>
/// <param name="Seed">Of the moments.</param>
public sealed record KillPlan(int Kills, int Seed)
{
    /// <summary>Whether Discord does not recognise a message that is sent again, as after some minutes.</summary>
    public bool Forgets { get; init; }

    /// <summary>Whether the bot may not read the channel's history, so that it cannot look what stands there.</summary>
    public bool Blind { get; init; }

    /// <summary>
    /// Whether it is killed in the moment in which Discord has taken a message and the bot does not know it yet, instead
    /// of at random.
    /// </summary>
    public bool Aimed { get; init; }
}
