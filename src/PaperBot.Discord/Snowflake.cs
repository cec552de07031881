using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using PaperBot.Discord.Json;

namespace PaperBot.Discord;

/// <summary>
/// Discord's id: 64 bits of which the upper 42 are the milliseconds since the first second of 2015, so ids sort by age.
/// On the wire it is a string. See
/// <see href="https://docs.discord.com/developers/reference#snowflakes">reference: snowflakes</see>.
/// </summary>
/// <param name="Value">The number itself.</param>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>, ISpanParsable<Snowflake>
{
    private const long Epoch = 1_420_070_400_000;

    /// <summary>The moment in which Discord made this id.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + Epoch);

    /// <summary>The smallest id of a moment, for the <c>before</c> and <c>after</c> of lists.</summary>
    public static Snowflake At(DateTimeOffset moment) =>
        new((ulong)Math.Max(0, moment.ToUnixTimeMilliseconds() - Epoch) << 22);

    /// <summary>The shard that receives the events of this guild; direct messages are on shard 0.</summary>
    /// <remarks>
    /// <see href="https://docs.discord.com/developers/events/gateway#sharding"/>
    /// </remarks>
    public int ShardOf(int shards) => (int)((Value >> 22) % (ulong)shards);

    /// <summary>Reads 1 to 20 decimal digits.</summary>
    /// <exception cref="FormatException">The text is no id.</exception>
    public static Snowflake Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id)
            ? id
            : throw new FormatException("A snowflake is a decimal number of 64 bits.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static Snowflake Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads 1 to 20 decimal digits, or says that there are none.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Snowflake result)
    {
        var ok = ulong.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        result = new Snowflake(value);
        return ok;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out Snowflake)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Snowflake result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out Snowflake)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out Snowflake result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    /// <summary>The decimal digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the left id is older.</summary>
    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    /// <summary>Whether the left id is younger.</summary>
    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    /// <summary>Whether the left id is not younger.</summary>
    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    /// <summary>Whether the left id is not older.</summary>
    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;
}
