namespace PaperBot.Discord.Rest;

internal sealed record RecipientBody(Snowflake RecipientId);
