using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>One connection as the simulated WeCom sees it.</summary>
public sealed class WeComSession
{
    private readonly WeComSimulator _simulator;
    private readonly IWeComPeer _peer;
    private readonly WeComAnswers _answers;
    private readonly WeComMedia _media;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private bool _isSubscribed;

    internal WeComSession(WeComSimulator simulator, IWeComPeer peer)
    {
        (_simulator, _peer) = (simulator, peer);
        _answers = new WeComAnswers(simulator);
        _media = new WeComMedia(simulator);
    }

    /// <summary>Takes a frame of the bot's.</summary>
    public void Receive(string text)
    {
        JsonObject frame;
        try
        {
            frame = JsonNode.Parse(text)!.AsObject();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            _simulator.Violate("a frame is not JSON");
            return;
        }
        var command = CardRules.Text(frame["cmd"]) ?? "";
        var id = CardRules.Text(frame["headers"]?["req_id"]);
        if (id is null)
        {
            _simulator.Violate($"{command} without a req_id");
            return;
        }
        var body = frame["body"] as JsonObject ?? [];
        if (command == "aibot_subscribe")
            Subscribe(id, body);
        else if (!_isSubscribed)
            Acknowledge(id, WeComCode.NotSubscribed);
        else if (command == "ping")
            Acknowledge(id, WeComCode.Ok);
        else
            Take(command, id, body);
    }

    /// <summary>The connection is gone.</summary>
    public void Gone() => _simulator.Leave(this);

    internal void Abort() => _peer.Abort();

    internal void Push(string command, string id, JsonObject body) =>
        _peer.Send(Frame(command, id, body).ToJsonString());

    internal void Displace()
    {
        var body = new JsonObject
        {
            ["msgid"] = _simulator.NextId("evt"),
            ["create_time"] = _simulator.Time.GetUtcNow().ToUnixTimeSeconds(),
            ["aibotid"] = _simulator.BotId,
            ["msgtype"] = "event",
            ["event"] = new JsonObject { ["eventtype"] = "disconnected_event" },
        };
        Push("aibot_event_callback", _simulator.NextId("req"), body);
        _peer.Close();
    }

    private void Subscribe(string id, JsonObject body)
    {
        var isRight =
            CardRules.Text(body["bot_id"]) == _simulator.BotId && CardRules.Text(body["secret"]) == _simulator.Secret;
        Acknowledge(id, isRight ? WeComCode.Ok : WeComCode.BadSecret);
        if (!isRight)
            return;
        _isSubscribed = true;
        _simulator.Subscribe(this);
    }

    private void Take(string command, string id, JsonObject body)
    {
        // One after another for each request: the next one may come when this one is acknowledged.
        if (!_open.Add(id))
            _simulator.Violate($"{command} before the frame before it was acknowledged");
        var breaks = _simulator.Faults.Breaks?.Invoke() ?? BreakPoint.None;
        if (breaks == BreakPoint.Before)
        {
            _peer.Abort();
            return;
        }
        JsonObject? result = null;
        if (!_simulator.Faults.Refusals.TryDequeue(out var code))
            lock (_simulator.Gate)
                code = Act(command, id, body, out result);
        if (breaks == BreakPoint.After)
        {
            _peer.Abort();
            return;
        }
        _open.Remove(id);
        Acknowledge(id, code, result);
    }

    private int Act(string command, string id, JsonObject body, out JsonObject? result)
    {
        result = null;
        switch (command)
        {
            case "aibot_respond_msg":
                return _answers.Respond(id, body);
            case "aibot_respond_welcome_msg":
                return _answers.Welcome(id, body);
            case "aibot_respond_update_msg":
                return _answers.Update(id, body);
            case "aibot_send_msg":
                return _answers.Send(body);
            case "aibot_upload_media_init":
                return _media.Begin(body, out result);
            case "aibot_upload_media_chunk":
                return _media.Piece(body);
            case "aibot_upload_media_finish":
                return _media.End(body, out result);
            default:
                _simulator.Violate($"an unknown command: {command}");
                return WeComCode.BadParameter;
        }
    }

    private void Acknowledge(string id, int code, JsonObject? body = null)
    {
        if (_simulator.Faults.Deaf)
            return;
        var frame = new JsonObject
        {
            ["headers"] = new JsonObject { ["req_id"] = id },
            ["errcode"] = code,
            ["errmsg"] = WeComCode.Words(code),
        };
        if (body is not null)
            frame["body"] = body;
        _peer.Send(frame.ToJsonString());
    }

    private static JsonObject Frame(string command, string id, JsonObject body) =>
        new()
        {
            ["cmd"] = command,
            ["headers"] = new JsonObject { ["req_id"] = id },
            ["body"] = body,
        };
}
