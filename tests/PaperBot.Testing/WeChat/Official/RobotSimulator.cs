using System.Text;
using System.Text.Json.Nodes;

namespace PaperBot.Testing.WeChat.Official;

/// <summary>A simulated group robot of WeCom: a webhook that takes twenty messages a minute.</summary>
public sealed class RobotSimulator(TimeProvider? time = null)
{
    private const int PerMinute = 20;
    private const int LongestText = 4_096;
    private const int LargestPicture = 2 << 20;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly List<DateTimeOffset> _taken = [];
    private readonly Lock _gate = new();
    private readonly List<string> _messages = [];

    /// <summary>The key in the webhook's address.</summary>
    public string Key { get; init; } = "0b6f1c3e-robot";

    /// <summary>The code with which everything is refused; 0: nothing is.</summary>
    public int RefusesWith { get; set; }

    /// <summary>Messages are shown, and nothing is said about it.</summary>
    public bool IsMute { get; set; }

    /// <summary>What the group read, in order; pictures as <c>[image]</c>.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    internal int Take(string? key, JsonObject body)
    {
        lock (_gate)
        {
            if (key != Key)
                return 93000;
            if (RefusesWith != 0)
                return RefusesWith;
            var now = _time.GetUtcNow();
            _taken.RemoveAll(at => now - at >= TimeSpan.FromMinutes(1));
            if (_taken.Count >= PerMinute)
                return 45009;
            var code = Read(body, out var shown);
            if (code != 0)
                return code;
            _taken.Add(now);
            _messages.Add(shown);
            return 0;
        }
    }

    private static int Read(JsonObject body, out string shown)
    {
        shown = "";
        switch ((string?)body["msgtype"])
        {
            case "markdown":
            case "markdown_v2":
                shown = (string?)body[(string)body["msgtype"]!]?["content"] ?? "";
                return shown.Length == 0 ? 40058
                    : Encoding.UTF8.GetByteCount(shown) > LongestText ? 40058
                    : 0;
            case "image":
                var bytes = Convert.FromBase64String((string?)body["image"]?["base64"] ?? "");
                shown = "[image]";
#pragma warning disable CA5351 // The platform's own check of the transfer.
                var md5 = Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(bytes));
#pragma warning restore CA5351
                return bytes.Length is 0 or > LargestPicture || md5 != (string?)body["image"]?["md5"] ? 40009 : 0;
            default:
                return 40008;
        }
    }
}
