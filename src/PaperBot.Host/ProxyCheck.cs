using PaperBot.Core.Health;
using PaperBot.Core.Texts;

namespace PaperBot.Host;

/// <summary>Says which proxies the environment names; the checks of the upstreams go through them.</summary>
internal sealed class ProxyCheck : IHealthCheck
{
    private static readonly string[] Names = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"];

    public string Name => "proxy";

    public Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var set = Names
            .Where(name => Value(name) is { Length: > 0 })
            .Select(name => new HealthFinding(
                HealthLevel.Good,
                Message.Of("doctor.proxy.set", ("name", name), ("address", WithoutPassword(Value(name)!)))
            ))
            .ToList();
        if (set.Count == 0)
            set.Add(new HealthFinding(HealthLevel.Good, Message.Of("doctor.proxy.none")));
        return Task.FromResult<IReadOnlyList<HealthFinding>>(set);
    }

    private static string? Value(string name) =>
        Environment.GetEnvironmentVariable(name) ?? Environment.GetEnvironmentVariable(name.ToLowerInvariant());

    private static string WithoutPassword(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0
            ? address.Replace(uri.UserInfo + "@", "…@", StringComparison.Ordinal)
            : address;
}
