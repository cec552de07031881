using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.Api;

/// <summary>The bot itself, the application, and where the gateway is.</summary>
internal static class AccountRoutes
{
    public static IEnumerable<ApiRoute> All { get; } =
    [
        new("GET", "users/@me", call => ApiResponse.Ok(Me(call)), BucketRule.Default),
        new("GET", "users/@me/guilds", Guilds, BucketRule.Default),
        new("GET", "users/{user}", Person, BucketRule.Default),
        new("GET", "applications/@me", call => ApiResponse.Ok(call.World.ApplicationJson()), BucketRule.Default),
        new("GET", "oauth2/applications/@me", call => ApiResponse.Ok(call.World.ApplicationJson()), BucketRule.Default),
        new("GET", "gateway/bot", Gateway, new BucketRule("gateway", 2, 5)),
    ];

    private static JsonObject Me(ApiCall call)
    {
        var json = call.World.Bot.ToJson();
        json["mfa_enabled"] = false;
        json["verified"] = true;
        json["locale"] = "en-US";
        json["flags"] = 0;
        return json;
    }

    private static ApiResponse Person(ApiCall call) =>
        call.World.Users.TryGetValue(call.Id("user"), out var user)
            ? ApiResponse.Ok(user.ToJson())
            : throw new ApiException(404, 10013, "Unknown User");

    private static ApiResponse Guilds(ApiCall call)
    {
        var own = call.World.Guilds.Values.Where(guild => guild.Members.ContainsKey(call.World.Bot.Id));
        return ApiResponse.Ok(
            new JsonArray([
                .. own.Select(guild => new JsonObject
                {
                    ["id"] = $"{guild.Id}",
                    ["name"] = guild.Name,
                    ["icon"] = null,
                    ["banner"] = null,
                    ["owner"] = false,
                    ["permissions"] = $"{(ulong)guild.RightsOf(call.World.Bot.Id)}",
                    ["features"] = new JsonArray(),
                }),
            ])
        );
    }

    private static ApiResponse Gateway(ApiCall call) =>
        ApiResponse.Ok(
            new JsonObject
            {
                ["url"] = call.Hub.Url.AbsoluteUri,
                ["shards"] = call.World.Options.Shards,
                ["session_start_limit"] = new JsonObject
                {
                    ["total"] = call.World.Options.SessionStarts,
                    ["remaining"] = Math.Max(0, call.Hub.SessionsLeft),
                    ["reset_after"] = 86_400_000,
                    ["max_concurrency"] = call.World.Options.MaxConcurrency,
                },
            }
        );
}
