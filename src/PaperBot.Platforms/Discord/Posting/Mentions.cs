using PaperBot.Core.Identity;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>Who a message may notify: only whom the bot itself named on purpose, never anybody out of content.</summary>
internal static class Mentions
{
    private const int Most = 100;

    public static AllowedMentions Of(IEnumerable<PersonId> people)
    {
        var ids = people.Select(DiscordIds.Of).OfType<Snowflake>().Distinct().Take(Most).ToList();
        return ids.Count == 0 ? AllowedMentions.None : AllowedMentions.Only(ids);
    }

    /// <summary>These people and these roles.</summary>
    public static AllowedMentions Of(IEnumerable<PersonId> people, IEnumerable<Snowflake> roles)
    {
        var ids = roles.Distinct().Take(Most).ToList();
        return ids.Count == 0 ? Of(people) : Of(people) with { Roles = ids };
    }
}
