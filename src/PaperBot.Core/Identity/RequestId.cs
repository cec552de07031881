namespace PaperBot.Core.Identity;

/// <summary>
/// One request, by the platform's own event (<c>discord:1234</c>, <c>web:9f…</c>): the same event delivered twice has
/// the same id, so it is answered once.
/// </summary>
public readonly record struct RequestId
{
    private readonly string? _value;

    private RequestId(string value) => _value = value;

    /// <summary>The text of the id.</summary>
    public string Value => _value ?? "";

    /// <summary>An id from a platform and that platform's event key (at most 200 characters, no white space).</summary>
    /// <exception cref="ArgumentException">The parts do not form an id.</exception>
    public static RequestId Of(string platform, string eventKey)
    {
        if (!ScopedId.IsPlatform(platform) || !ScopedId.IsKey(eventKey))
            throw new ArgumentException($"'{platform}:{eventKey}' is not of the form platform:key.", nameof(eventKey));
        return new($"{platform}:{eventKey}");
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out RequestId id)
    {
        var ok = ScopedId.TrySplit(text, out _, out _);
        id = ok ? new(text!) : default;
        return ok;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static RequestId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a request id.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
