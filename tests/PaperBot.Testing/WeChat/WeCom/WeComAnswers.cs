using System.Text;
using System.Text.Json.Nodes;

namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>What a bot may say, and where it comes to stand. Called under the simulator's lock.</summary>
internal sealed class WeComAnswers(WeComSimulator simulator)
{
    public const int LongestText = 20_480;

    private const int MostPictures = 10;

    private static readonly TimeSpan StreamLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan StreamSilence = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan RequestLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan EventLife = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MediumLife = TimeSpan.FromDays(3);

    private DateTimeOffset Now => simulator.Time.GetUtcNow();

    public int Respond(string id, JsonObject body)
    {
        if (Request(id, isEvent: false) is not { } request)
            return WeComCode.UnknownRequest;
        if (!request.Chat.Count(Now))
            return WeComCode.TooOften;
        var kind = CardRules.Text(body["msgtype"]);
        if (kind is not ("stream" or "stream_with_template_card"))
            return Post(request.Chat, kind, body, request.Question?.Id);
        var code = Stream(request, body["stream"] as JsonObject);
        return code == WeComCode.Ok && kind != "stream" && body["template_card"] is JsonObject card
            ? Card(request.Chat, card, request.Question?.Id)
            : code;
    }

    public int Welcome(string id, JsonObject body)
    {
        if (Request(id, isEvent: true) is not { IsAnswered: false } request)
            return WeComCode.UnknownRequest;
        request.IsAnswered = true;
        if (CardRules.Text(body["msgtype"]) != "text" || CardRules.Text(body["text"]?["content"]) is not { } text)
            return body["template_card"] is JsonObject card ? Card(request.Chat, card, null) : WeComCode.BadParameter;
        Add(request.Chat, "text", text, null);
        return WeComCode.Ok;
    }

    public int Update(string id, JsonObject body)
    {
        if (Request(id, isEvent: true) is not { IsAnswered: false } request || request.Question?.Card is not { } old)
            return WeComCode.UnknownRequest;
        request.IsAnswered = true;
        if (body["template_card"] is not JsonObject card || CardRules.Fault(card) is not null)
            return WeComCode.BadParameter;
        if (CardRules.Text(card["task_id"]) != CardRules.Text(old["task_id"]))
            return WeComCode.BadParameter;
        request.Question.Card = card.DeepClone().AsObject();
        return WeComCode.Ok;
    }

    public int Send(JsonObject body)
    {
        if (CardRules.Text(body["chatid"]) is not { } id || simulator.Find(id) is not { IsKnown: true } chat)
            return WeComCode.UnknownChat;
        if (chat.IsGone)
            return WeComCode.NoChat;
        return chat.Count(Now) ? Post(chat, CardRules.Text(body["msgtype"]), body, null) : WeComCode.TooOften;
    }

    private int Post(SimChat chat, string? kind, JsonObject body, string? answers)
    {
        switch (kind)
        {
            case "markdown":
                if (CardRules.Text(body["markdown"]?["content"]) is not { } text || IsTooLong(text))
                    return WeComCode.BadParameter;
                Add(chat, "markdown", text, answers);
                return WeComCode.Ok;
            case "template_card":
                return Card(chat, body["template_card"] as JsonObject, answers);
            case "image" or "file" or "voice" or "video":
                var name = CardRules.Text(body[kind]?["media_id"]);
                if (
                    name is null
                    || !simulator.Media.TryGetValue(name, out var medium)
                    || medium.Kind != kind
                    || Now - medium.At > MediumLife
                )
                    return WeComCode.BadMedium;
                chat.Messages.Add(
                    new SimMessage(simulator.NextId("msg"), null, kind, Now)
                    {
                        Text = medium.Name,
                        Content = medium.Content,
                        Answers = answers,
                    }
                );
                return WeComCode.Ok;
            default:
                return WeComCode.BadParameter;
        }
    }

    private int Stream(SimRequest request, JsonObject? stream)
    {
        if (stream is null || CardRules.Text(stream["id"]) is not { } id)
            return WeComCode.BadParameter;
        var text = CardRules.Text(stream["content"]) ?? "";
        var isWhole = stream["finish"] is JsonValue flag && flag.TryGetValue(out bool finish) && finish;
        var pictures = (stream["msg_item"] as JsonArray)?.Count ?? 0;
        if (IsTooLong(text) || pictures > MostPictures || (pictures > 0 && !isWhole))
            return WeComCode.BadParameter;
        if (!request.Streams.TryGetValue(id, out var shown))
        {
            shown = Add(request.Chat, "stream", text, request.Question?.Id);
            shown.IsWhole = isWhole;
            request.Streams[id] = shown;
            return WeComCode.Ok;
        }
        if (shown.IsWhole)
            return isWhole && shown.Text == text ? WeComCode.Ok : WeComCode.StreamExpired;
        if (Now - shown.At > StreamLife || Now - shown.ChangedAt > StreamSilence)
            return WeComCode.StreamExpired;
        (shown.Text, shown.IsWhole, shown.ChangedAt) = (text, isWhole, Now);
        shown.Writes++;
        return WeComCode.Ok;
    }

    private int Card(SimChat chat, JsonObject? card, string? answers)
    {
        if (CardRules.Fault(card) is { } fault)
        {
            simulator.Violate("card: " + fault);
            return WeComCode.BadParameter;
        }
        if (CardRules.Text(card!["task_id"]) is { } task && !simulator.Tasks.Add(task))
            return WeComCode.BadParameter;
        var message = Add(chat, "card", CardRules.Text(card["main_title"]?["title"]) ?? "", answers);
        message.Card = card.DeepClone().AsObject();
        return WeComCode.Ok;
    }

    private SimRequest? Request(string id, bool isEvent) =>
        simulator.Requests.TryGetValue(id, out var request)
        && request.IsEvent == isEvent
        && Now - request.At <= (isEvent ? EventLife : RequestLife)
            ? request
            : null;

    private SimMessage Add(SimChat chat, string kind, string text, string? answers)
    {
        var message = new SimMessage(simulator.NextId("msg"), null, kind, Now) { Text = text, Answers = answers };
        chat.Messages.Add(message);
        return message;
    }

    private static bool IsTooLong(string text) => Encoding.UTF8.GetByteCount(text) > LongestText;
}
