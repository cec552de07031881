using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Testing.WeChat.Server;

/// <summary>A page on which a person can look at the chats, write and press buttons; scripts do the same.</summary>
internal static class WeChatPage
{
    public static void Map(WebApplication app, WeComSimulator wecom, OfficialSimulator official, RobotSimulator robot)
    {
        app.MapGet("/", () => Results.Content(Page(), "text/html; charset=utf-8"));
        app.MapGet("/sim/state", () => Json(State(wecom, official, robot)));
        app.MapGet("/sim/picture/{id}", (string id) => Picture(wecom, official, id));
        app.MapPost("/sim/act", context => ActAsync(wecom, official, context));
        app.MapPost("/sim/fault", context => FaultAsync(wecom, context));
    }

    private static JsonObject State(WeComSimulator wecom, OfficialSimulator official, RobotSimulator robot)
    {
        var chats = new JsonArray();
        lock (wecom.Gate)
            foreach (var chat in wecom.Chats)
                chats.Add(
                    new JsonObject
                    {
                        ["id"] = chat.Id,
                        ["door"] = "wecom",
                        ["name"] = chat.Name,
                        ["group"] = chat.IsGroup,
                        ["messages"] = new JsonArray([.. chat.Messages.TakeLast(100).Select(Message)]),
                    }
                );
        lock (official.Gate)
            foreach (var user in official.Users)
                chats.Add(
                    new JsonObject
                    {
                        ["id"] = user.OpenId,
                        ["door"] = "official",
                        ["name"] = "PaperBot（公众号）",
                        ["messages"] = new JsonArray([.. user.Lines.TakeLast(100).Select(Line)]),
                    }
                );
        return new JsonObject
        {
            ["connected"] = wecom.IsConnected,
            ["violations"] = new JsonArray([.. wecom.Violations.TakeLast(20).Select(v => JsonValue.Create(v))]),
            ["robot"] = new JsonArray([.. robot.Messages.TakeLast(20).Select(m => JsonValue.Create(m))]),
            ["chats"] = chats,
        };
    }

    private static JsonNode Message(SimMessage message) =>
        new JsonObject
        {
            ["id"] = message.Id,
            ["author"] = message.Author,
            ["kind"] = message.Kind,
            ["text"] = message.Text,
            ["whole"] = message.IsWhole,
            ["answers"] = message.Answers,
            ["card"] = message.Card?.DeepClone(),
            ["at"] = message.At.ToUnixTimeMilliseconds(),
        };

    private static JsonNode Line(OfficialLine line, int index) =>
        new JsonObject
        {
            ["id"] = $"{line.Author}-{index}",
            ["author"] = line.Author,
            ["kind"] = line.Content is null ? "text" : "image",
            ["text"] = line.Text,
            ["whole"] = true,
            ["way"] = line.Way,
            ["at"] = line.At.ToUnixTimeMilliseconds(),
        };

    private static IResult Picture(WeComSimulator wecom, OfficialSimulator official, string id)
    {
        byte[]? content;
        lock (wecom.Gate)
            content = wecom.Chats.SelectMany(chat => chat.Messages).FirstOrDefault(m => m.Id == id)?.Content;
        if (content is null && int.TryParse(id.Split('-')[^1], out var index))
            lock (official.Gate)
                content = official
                    .Users.Select(user => user.Lines.ElementAtOrDefault(index)?.Content)
                    .OfType<byte[]>()
                    .FirstOrDefault();
        return content is null ? Results.NotFound() : Results.Bytes(content, "image/png");
    }

    private static async Task ActAsync(WeComSimulator wecom, OfficialSimulator official, HttpContext context)
    {
        var act = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var user = (string?)act["user"] ?? "";
        var id = (string?)act["chat"] ?? "";
        var text = (string?)act["text"] ?? "";
        var answer = new JsonObject();
        if ((string?)act["door"] == "official")
        {
            answer["text"] =
                (string?)act["kind"] == "subscribe"
                    ? await official.SubscribeAsync(id, context.RequestAborted)
                    : await official.SayAsync(id, text, context.RequestAborted);
        }
        else
        {
            var chat = wecom.Find(id) ?? wecom.DirectChat(id);
            switch ((string?)act["kind"])
            {
                case "say":
                    answer["id"] = wecom.Say(user, chat, text).Id;
                    break;
                case "enter":
                    wecom.Enter(user);
                    break;
                case "file":
                    var content = Convert.FromBase64String((string?)act["content"] ?? "");
                    answer["id"] = wecom.SendFile(user, chat, (string?)act["type"] ?? "file", content).Id;
                    break;
                case "press":
                    var message = (string?)act["message"];
                    wecom.Press(user, chat, chat.Messages.First(m => m.Id == message), (int?)act["button"] ?? 0);
                    break;
            }
        }
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    /// <summary>For scripts: what goes wrong next.</summary>
    private static async Task FaultAsync(WeComSimulator wecom, HttpContext context)
    {
        var fault = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        switch ((string?)fault["kind"])
        {
            case "drop":
                wecom.Drop();
                break;
            case "deaf":
                wecom.Faults.Deaf = (bool?)fault["on"] ?? true;
                break;
            case "refuse":
                wecom.Faults.Refusals.Enqueue((int?)fault["code"] ?? -1);
                break;
        }
    }

    private static IResult Json(JsonObject json) => Results.Content(json.ToJsonString(), "application/json");

    private static string Page()
    {
        using var stream = typeof(WeChatPage).Assembly.GetManifestResourceStream(
            "PaperBot.Testing.WeChat.Server.page.html"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
