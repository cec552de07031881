using System.Globalization;
using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>The rate limits: a window for each bucket and resource, and a sliding second over everything.</summary>
internal sealed class SimulatedLimits(SimWorld world)
{
    private readonly Dictionary<(string Bucket, string Resource), Window> _windows = [];
    private readonly Queue<DateTimeOffset> _second = new();

    /// <summary>Resources of which somebody else has used the limit up, until when.</summary>
    public Dictionary<string, DateTimeOffset> Shared { get; } = [];

    /// <summary>Counts a request; the answer is a 429 or null.</summary>
    public ApiResponse? Enter(BucketRule rule, string resource, bool global, List<(string, string)> headers)
    {
        var now = world.Now;
        if (global && !EnterGlobal(now, out var wait))
            return Refuse("global", wait, headers);
        if (Shared.TryGetValue(resource, out var until) && until > now)
            return Refuse("shared", until - now, headers);
        var key = (rule.Name, resource);
        if (!_windows.TryGetValue(key, out var window) || window.ResetAt <= now)
            _windows[key] = window = new Window { ResetAt = now.AddSeconds(rule.Seconds), Left = rule.Limit };
        var refused = window.Left == 0;
        window.Left -= refused ? 0 : 1;
        var left = window.ResetAt - now;
        headers.Add(("X-RateLimit-Limit", Text(rule.Limit)));
        headers.Add(("X-RateLimit-Remaining", Text(window.Left)));
        headers.Add(("X-RateLimit-Reset", Text(window.ResetAt.ToUnixTimeMilliseconds() / 1000.0)));
        headers.Add(("X-RateLimit-Reset-After", Text(left.TotalSeconds)));
        headers.Add(("X-RateLimit-Bucket", BucketId(rule.Name)));
        return refused ? Refuse("user", left, headers) : null;
    }

    private bool EnterGlobal(DateTimeOffset now, out TimeSpan wait)
    {
        var second = TimeSpan.FromSeconds(1);
        while (_second.TryPeek(out var at) && now - at >= second)
            _second.Dequeue();
        wait = _second.TryPeek(out var oldest) ? second - (now - oldest) : TimeSpan.Zero;
        if (_second.Count >= world.Options.GlobalPerSecond)
            return false;
        _second.Enqueue(now);
        return true;
    }

    private static ApiResponse Refuse(string scope, TimeSpan wait, List<(string, string)> headers)
    {
        var seconds = Math.Ceiling(wait.TotalMilliseconds) / 1000;
        headers.Add(("Retry-After", Text(Math.Ceiling(seconds))));
        headers.Add(("X-RateLimit-Scope", scope));
        if (scope == "global")
            headers.Add(("X-RateLimit-Global", "true"));
        var body = new JsonObject
        {
            ["message"] = scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = seconds,
            ["global"] = scope == "global",
        };
        return new ApiResponse(429, body);
    }

    /// <summary>Opaque, as Discord's are.</summary>
    private static string BucketId(string name) =>
        Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(name)).PadRight(16, '0')[..16];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Window
    {
        public DateTimeOffset ResetAt { get; init; }

        public int Left { get; set; }
    }
}
