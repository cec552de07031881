using System.Security.Cryptography;

namespace PaperBot.Discord;

/// <summary>Jitter for many threads.</summary>
internal sealed class Chance(Random? random)
{
    private readonly Random _random = random ?? new Random(RandomNumberGenerator.GetInt32(int.MaxValue));
    private readonly Lock _gate = new();

    /// <summary>From 0 to below 1.</summary>
    public double Next()
    {
        lock (_gate)
            return _random.NextDouble();
    }

    /// <summary>Between two times.</summary>
    public TimeSpan Between(TimeSpan from, TimeSpan to) => from + ((to - from) * Next());

    /// <summary>Letters and digits that no content holds by accident.</summary>
    public string Word()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_gate)
            _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
