using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Server;

/// <summary>A page on which a person can look at the channels, type, run commands and press buttons.</summary>
internal static class SimulatorPage
{
    public static void Map(WebApplication app, DiscordSimulator simulator)
    {
        app.MapGet("/", () => Results.Content(Page(), "text/html; charset=utf-8"));
        app.MapGet("/sim/state", () => Json(PageState.Of(simulator)));
        app.MapPost("/sim/act", context => ActAsync(simulator, context));
        app.MapPost("/sim/fault", context => FaultAsync(simulator, context));
    }

    /// <summary>For scripts: what goes wrong next.</summary>
    private static async Task FaultAsync(DiscordSimulator simulator, HttpContext context)
    {
        var fault = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var hub = simulator.Hub;
        switch (Wire.Text(fault["kind"]))
        {
            case "reconnect":
                hub.AskToReconnect();
                break;
            case "drop":
                hub.DropAll(Wire.Flag(fault["inFrame"]));
                break;
            case "close":
                hub.CloseAll((int)Wire.Number(fault["code"]));
                break;
            case "invalidate":
                hub.Invalidate(Wire.Flag(fault["resumable"]));
                break;
            case "deaf":
                hub.Faults.Deaf = Wire.Flag(fault["on"]);
                break;
            case "shared":
                var wait = TimeSpan.FromMilliseconds(Wire.Number(fault["milliseconds"]));
                simulator.Api.ShareLimit(Wire.Id(fault["resource"]), wait);
                break;
        }
    }

    private static IResult Json(JsonObject json) => Results.Content(json.ToJsonString(), "application/json");

    private static string Page()
    {
        var assembly = typeof(SimulatorPage).Assembly;
        using var stream = assembly.GetManifestResourceStream("PaperBot.Testing.Discord.Server.page.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task ActAsync(DiscordSimulator simulator, HttpContext context)
    {
        var act = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var answer = new JsonObject();
        try
        {
            if (Act(simulator, act) is { } interaction)
            {
                await Task.WhenAny(
                    interaction.Answered,
                    Task.Delay(TimeSpan.FromSeconds(3), simulator.World.Time, context.RequestAborted)
                );
                answer = PageState.Answer(interaction);
            }
        }
        catch (InvalidOperationException exception)
        {
            answer["error"] = exception.Message;
        }

        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private static SimInteraction? Act(DiscordSimulator simulator, JsonObject act)
    {
        var (world, people) = (simulator.World, simulator.People);
        var user = world.Users[Wire.Id(act["user"])];
        var channel = world.Channels.GetValueOrDefault(Wire.Id(act["channel"]));
        var message = channel?.Messages.FirstOrDefault(m => m.Id == Wire.Id(act["message"]));
        var options = (act["options"] as JsonObject ?? [])
            .Where(o => !string.IsNullOrEmpty(o.Value?.ToString()))
            .Select(o =>
                (o.Key, o.Value!.GetValueKind() == System.Text.Json.JsonValueKind.True ? true : (object)$"{o.Value}")
            )
            .ToArray();
        switch (Wire.Text(act["kind"]))
        {
            case "say":
                people.Say(user, channel!, Wire.Text(act["text"]) ?? "");
                return null;
            case "run":
                return people.Run(user, channel!, Wire.Text(act["command"])!, options);
            case "type":
                return people.Type(user, channel!, Wire.Text(act["command"])!, Wire.Text(act["focused"])!, options);
            case "menu":
                return people.RunOn(user, message!, Wire.Text(act["command"])!);
            case "press":
                var values = (act["values"] as JsonArray ?? []).Select(v => $"{v}").ToArray();
                return people.Press(user, message!, Wire.Text(act["id"])!, values);
            case "submit":
                var opened = world.Interactions[Wire.Text(act["token"])!];
                return people.Submit(opened, [.. options.Select(o => (o.Key, $"{o.Item2}"))]);
            default:
                throw new InvalidOperationException("Unknown action.");
        }
    }
}
