using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PaperBot.Testing.WeChat.Official;

/// <summary>The webhook's address.</summary>
internal static class RobotApi
{
    public static void Map(WebApplication app, RobotSimulator robot) =>
        app.MapPost(
            "/cgi-bin/webhook/send",
            async (HttpContext context) =>
            {
                var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
                var code = robot.Take(context.Request.Query["key"], body);
                if (robot.IsMute)
                    return Results.StatusCode(504);
                return Results.Content(
                    new JsonObject { ["errcode"] = code, ["errmsg"] = code == 0 ? "ok" : "error" }.ToJsonString(),
                    "application/json"
                );
            }
        );
}
