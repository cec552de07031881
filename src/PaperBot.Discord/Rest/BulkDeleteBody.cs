namespace PaperBot.Discord.Rest;

internal sealed record BulkDeleteBody(IReadOnlyList<Snowflake> Messages);
