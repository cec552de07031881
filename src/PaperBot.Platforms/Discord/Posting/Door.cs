using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>A channel that began to refuse the bot, or takes its messages again.</summary>
/// <param name="Channel">Which.</param>
/// <param name="IsClosed">Whether it refuses.</param>
internal readonly record struct Door(Snowflake Channel, bool IsClosed);
