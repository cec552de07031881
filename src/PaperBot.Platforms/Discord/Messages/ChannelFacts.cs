using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>What is known of a channel.</summary>
/// <param name="Guild">The server that it stands in; null: not told.</param>
/// <param name="Parent">The channel that a thread belongs to; null for what is no thread.</param>
/// <param name="Name">Its name.</param>
internal sealed record ChannelFacts(Snowflake? Guild, Snowflake? Parent, string? Name);
