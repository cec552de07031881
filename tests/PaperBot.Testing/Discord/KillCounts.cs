using System.Globalization;

namespace PaperBot.Testing.Discord;

/// <summary>What became of what was asked while the bot was killed again and again.</summary>
/// <param name="Kills">How often it was killed.</param>
/// <param name="Commands">Slash commands that were acknowledged.</param>
/// <param name="Mentions">Mentions that the bot had begun to answer.</param>
/// <param name="Open">Of both, those without their answer at the moment of a kill.</param>
/// <param name="Missing">Those without an answer at the end.</param>
/// <param name="Twice">Those with more than one.</param>
/// <param name="Thinking">Messages that still say that the bot is thinking.</param>
/// <param name="InChannel">Commands answered by a message of its own.</param>
/// <param name="TooLate">Commands beside these that the bot did not acknowledge in time; they were typed anew.</param>
public sealed record KillCounts(
    int Kills,
    int Commands,
    int Mentions,
    int Open,
    int Missing,
    int Twice,
    int Thinking,
    int InChannel,
    int TooLate
)
{
    /// <summary>Everything was answered, once, and nothing is left behind.</summary>
    public bool IsClean => Missing + Twice + Thinking == 0;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Kills} kills, {Commands} commands and {Mentions} mentions, {Open} of them open at a kill: {Missing} without answer, {Twice} answered twice, {Thinking} still thinking, {InChannel} commands answered in the channel; {TooLate} more were acknowledged too late"
        );
}
