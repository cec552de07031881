using System.Globalization;
using PaperBot.Discord;
using Message = PaperBot.Core.Texts.Message;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>The link by which a server's manager adds the bot, and why it asks for what it asks for.</summary>
internal static class Invitation
{
    /// <summary>
    /// The address. See <see href="https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow"/>.
    /// </summary>
    public static Uri Link(Snowflake application) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"https://discord.com/oauth2/authorize?client_id={application}"
                    + $"&scope=bot+applications.commands&permissions={(ulong)NeededPermission.Sum}"
            )
        );

    /// <summary>The link, its scopes and each permission with its reason, a sentence each.</summary>
    public static IEnumerable<Message> Sentences(Snowflake application)
    {
        yield return Message.Of("discord.invite", ("link", Link(application).AbsoluteUri));
        yield return Message.Of("discord.scope.bot");
        yield return Message.Of("discord.scope.commands");
        foreach (var needed in NeededPermission.All)
            yield return Message.Of($"discord.permission.{needed.Key}.why");
    }
}
