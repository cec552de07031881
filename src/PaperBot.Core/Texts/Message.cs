using System.Collections.Frozen;

namespace PaperBot.Core.Texts;

/// <summary>A sentence that is not yet in a language: a key into the resources and the values of its placeholders.</summary>
/// <param name="Key">The resource's name, for example <c>error.paper.id</c>.</param>
/// <param name="Values">
/// By placeholder name. A value may be text, a number, a <see cref="TimeSpan"/> (worded as a duration), a
/// <see cref="DateTimeOffset"/> (becomes a <see cref="TimeToken"/>) or another <see cref="Message"/>.
/// </param>
public sealed record Message(string Key, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>A message from a key and pairs.</summary>
    public static Message Of(string key, params (string Name, object? Value)[] values)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(values);
        return new(key, values.ToFrozenDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
    }
}
