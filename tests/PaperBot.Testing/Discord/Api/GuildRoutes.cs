using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>Guilds, their roles and people.</summary>
internal static class GuildRoutes
{
    public static IEnumerable<ApiRoute> All { get; } =
    [
        new("GET", "guilds/{guild}", call => ApiResponse.Ok(Member(call).ToJson()), BucketRule.Default),
        new("GET", "guilds/{guild}/channels", Channels, BucketRule.Default),
        new("GET", "guilds/{guild}/roles", Roles, BucketRule.Default),
        new("GET", "guilds/{guild}/members/{user}", Person, BucketRule.Default),
        new("DELETE", "users/@me/guilds/{guild}", Leave, BucketRule.Default),
    ];

    private static SimGuild Member(ApiCall call)
    {
        var guild = call.Guild();
        return guild.Members.ContainsKey(call.World.Bot.Id) ? guild : throw ApiException.MissingAccess;
    }

    private static ApiResponse Channels(ApiCall call) =>
        ApiResponse.Ok(new JsonArray([.. Member(call).Channels.Where(c => !c.IsThread).Select(c => c.ToJson())]));

    private static ApiResponse Roles(ApiCall call) =>
        ApiResponse.Ok(new JsonArray([.. Member(call).Roles.Select(role => role.ToJson())]));

    private static ApiResponse Person(ApiCall call) =>
        Member(call).Members.TryGetValue(call.Id("user"), out var member)
            ? ApiResponse.Ok(member.ToJson())
            : throw new ApiException(404, 10007, "Unknown Member");

    private static ApiResponse Leave(ApiCall call)
    {
        var guild = Member(call);
        guild.Members.Remove(call.World.Bot.Id);
        call.Hub.Dispatch("GUILD_DELETE", guild.Id, 1, _ => new JsonObject { ["id"] = $"{guild.Id}" });
        return ApiResponse.NoContent;
    }
}
