using PaperBot.Core.Identity;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord;

/// <summary>Discord's ids as the rest of the bot writes them: <c>discord:80351110224678912</c>.</summary>
internal static class DiscordIds
{
    public const string Platform = "discord";

    public static PersonId Person(Snowflake user) => new(Platform, user.ToString());

    public static PlaceId Place(Snowflake channelOrGuild) => new(Platform, channelOrGuild.ToString());

    public static ConversationId Conversation(Snowflake channel) => new(Platform, channel.ToString());

    public static RequestId Request(Snowflake interactionOrMessage) =>
        RequestId.Of(Platform, interactionOrMessage.ToString());

    public static Snowflake? Of(PersonId person) => Of(person.Platform, person.Key);

    public static Snowflake? Of(PlaceId place) => Of(place.Platform, place.Key);

    private static Snowflake? Of(string platform, string key) =>
        platform == Platform && Snowflake.TryParse(key, null, out var id) ? id : null;
}
