using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>
/// A simulated WeCom with one AI bot on its long connection: chats, people who write and press, and the rules that the
/// platform holds a bot to. What breaks a rule without being refused is noted as a violation.
/// </summary>
public sealed class WeComSimulator(TimeProvider? time = null)
{
    private readonly Dictionary<string, SimChat> _chats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private long _last;
    private WeComSession? _subscribed;

    /// <summary>The bot's id.</summary>
    public string BotId { get; init; } = "aib-paperbot";

    /// <summary>The bot's secret.</summary>
    public string Secret { get; init; } = "a-secret-of-the-simulated-wecom";

    /// <summary>What people call the bot.</summary>
    public string BotName { get; init; } = "PaperBot";

    public TimeProvider Time { get; } = time ?? TimeProvider.System;

    public Lock Gate { get; } = new();

    public WeComFaults Faults { get; } = new();

    /// <summary>Where files that people send are fetched; set by the server.</summary>
    public Uri FilesUrl { get; set; } = new("http://127.0.0.1/");

    /// <summary>What the bot did against the rules.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>How many connections have subscribed so far.</summary>
    public int Subscriptions { get; private set; }

    public bool IsConnected
    {
        get
        {
            lock (Gate)
                return _subscribed is not null;
        }
    }

    public IReadOnlyList<SimChat> Chats
    {
        get
        {
            lock (Gate)
                return [.. _chats.Values];
        }
    }

    internal Dictionary<string, SimRequest> Requests { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, SimUpload> Uploads { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, SimMedium> Media { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Tasks { get; } = new(StringComparer.Ordinal);

    /// <summary>A new group.</summary>
    public SimChat AddGroup(string id, string name)
    {
        lock (Gate)
            return _chats[id] = new SimChat(id, name, isGroup: true);
    }

    /// <summary>A person's chat with the bot.</summary>
    public SimChat DirectChat(string user)
    {
        lock (Gate)
        {
            if (!_chats.TryGetValue(user, out var chat))
                _chats[user] = chat = new SimChat(user, user, isGroup: false);
            return chat;
        }
    }

    public SimChat? Find(string chat)
    {
        lock (Gate)
            return _chats.GetValueOrDefault(chat);
    }

    /// <summary>A new connection.</summary>
    public WeComSession Open(IWeComPeer peer) => new(this, peer);

    /// <summary>Somebody writes to the bot: in a group with its mention.</summary>
    /// <returns>The message.</returns>
    public SimMessage Say(string user, SimChat chat, string text)
    {
        var said = chat.IsGroup ? $"@{BotName} {text}" : text;
        return Push(user, chat, said, "text", new JsonObject { ["text"] = new JsonObject { ["content"] = said } });
    }

    /// <summary>Somebody sends a file, which is encrypted with a key of its own.</summary>
    public SimMessage SendFile(string user, SimChat chat, string kind, byte[] content)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var name = NextId("file");
        lock (Gate)
            _files[name] = Encrypt(key, content);
        var holder = new JsonObject
        {
            ["url"] = new Uri(FilesUrl, $"files/{name}").AbsoluteUri,
            ["aeskey"] = Convert.ToBase64String(key),
        };
        return Push(user, chat, $"[{kind}]", kind, new JsonObject { [kind] = holder });
    }

    /// <summary>The bytes of a file that somebody sent, as they are fetched.</summary>
    public byte[]? FileOf(string name)
    {
        lock (Gate)
            return _files.GetValueOrDefault(name);
    }

    /// <summary>Somebody opens the chat with the bot for the first time today.</summary>
    public void Enter(string user) =>
        PushEvent(user, DirectChat(user), null, new JsonObject { ["eventtype"] = "enter_chat" });

    /// <summary>Somebody presses a button of a card.</summary>
    public void Press(string user, SimChat chat, SimMessage card, int button)
    {
        var key = CardRules.Text(card.Card!["button_list"]![button]!["key"]);
        PushEvent(
            user,
            chat,
            card,
            new JsonObject
            {
                ["eventtype"] = "template_card_event",
                ["template_card_event"] = new JsonObject
                {
                    ["card_type"] = "button_interaction",
                    ["event_key"] = key,
                    ["task_id"] = CardRules.Text(card.Card["task_id"]),
                },
            }
        );
    }

    /// <summary>Breaks every connection.</summary>
    public void Drop()
    {
        WeComSession? session;
        lock (Gate)
            (session, _subscribed) = (_subscribed, null);
        session?.Abort();
    }

    internal string NextId(string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{Interlocked.Increment(ref _last)}");

    internal void Subscribe(WeComSession session)
    {
        WeComSession? older;
        lock (Gate)
        {
            (older, _subscribed) = (_subscribed, session);
            Subscriptions++;
        }
        if (older is not null && older != session)
            older.Displace();
    }

    internal void Leave(WeComSession session)
    {
        lock (Gate)
            if (_subscribed == session)
                _subscribed = null;
    }

    internal void Violate(string what)
    {
        lock (Gate)
            Violations.Add(what);
    }

    private SimMessage Push(string user, SimChat chat, string said, string kind, JsonObject content)
    {
        var message = new SimMessage(NextId("msg"), user, kind == "text" ? "text" : kind, Time.GetUtcNow())
        {
            Text = said,
        };
        var body = Body(user, chat, message.Id);
        body["msgtype"] = kind;
        foreach (var (name, value) in content)
            body[name] = value?.DeepClone();
        Deliver("aibot_msg_callback", chat, message, isEvent: false, message, body);
        return message;
    }

    private void PushEvent(string user, SimChat chat, SimMessage? about, JsonObject happened)
    {
        var body = Body(user, chat, NextId("evt"));
        body["msgtype"] = "event";
        body["create_time"] = Time.GetUtcNow().ToUnixTimeSeconds();
        body["event"] = happened;
        Deliver("aibot_event_callback", chat, about, isEvent: true, null, body);
    }

    private JsonObject Body(string user, SimChat chat, string id)
    {
        var body = new JsonObject
        {
            ["msgid"] = id,
            ["aibotid"] = BotId,
            ["chattype"] = chat.IsGroup ? "group" : "single",
            ["from"] = new JsonObject { ["userid"] = user },
        };
        if (chat.IsGroup)
            body["chatid"] = chat.Id;
        return body;
    }

    private void Deliver(
        string command,
        SimChat chat,
        SimMessage? about,
        bool isEvent,
        SimMessage? shown,
        JsonObject body
    )
    {
        lock (Gate)
        {
            chat.IsKnown = true;
            if (shown is not null)
                chat.Messages.Add(shown);
            if (_subscribed is not { } session)
            {
                chat.Messages.Add(
                    new SimMessage(NextId("msg"), null, "system", Time.GetUtcNow()) { Text = "机器人不在线" }
                );
                return;
            }
            var request = new SimRequest(NextId("req"), chat, isEvent, about, Time.GetUtcNow());
            Requests[request.Id] = request;
            session.Push(command, request.Id, body);
        }
    }

    private static byte[] Encrypt(byte[] key, byte[] content)
    {
        var padding = 32 - (content.Length % 32);
        byte[] padded = [.. content, .. Enumerable.Repeat((byte)padding, padding)];
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(padded, key.AsSpan(0, 16), PaddingMode.None);
    }
}
