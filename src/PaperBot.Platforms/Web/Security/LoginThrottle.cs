using System.Net;

namespace PaperBot.Platforms.Web.Security;

/// <summary>Counts failed logins, by address and over all, so that an access key cannot be guessed.</summary>
internal sealed class LoginThrottle(TimeProvider time)
{
    public const int MostByAddress = 5;
    public const int MostInAll = 50;
    private const int MostAddresses = 10_000;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _failures = [];
    private int _all;
    private DateTimeOffset _windowEnd;

    /// <summary>How long to wait before another attempt; null: go on.</summary>
    public TimeSpan? Wait(IPAddress address)
    {
        lock (_gate)
        {
            Roll();
            var blocked = _all >= MostInAll || _failures.GetValueOrDefault(Network(address)) >= MostByAddress;
            return blocked ? _windowEnd - time.GetUtcNow() : null;
        }
    }

    public void Failed(IPAddress address)
    {
        lock (_gate)
        {
            Roll();
            _all++;
            var network = Network(address);
            if (_failures.Count < MostAddresses || _failures.ContainsKey(network))
                _failures[network] = _failures.GetValueOrDefault(network) + 1;
        }
    }

    private void Roll()
    {
        var now = time.GetUtcNow();
        if (now < _windowEnd)
            return;
        _failures.Clear();
        _all = 0;
        _windowEnd = now + Window;
    }

    /// <summary>One house has 2^64 addresses of IPv6: its first half names it.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16)
            bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
