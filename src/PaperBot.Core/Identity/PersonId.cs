namespace PaperBot.Core.Identity;

/// <summary>Somebody who talks to the bot, written <c>platform:key</c>, for example <c>discord:80351110224678912</c> or <c>web:local</c>.</summary>
public readonly record struct PersonId
{
    private readonly string? _platform;
    private readonly string? _key;

    /// <summary>An id from its parts.</summary>
    /// <exception cref="ArgumentException">A part is empty, too long, or has characters that an id may not have.</exception>
    public PersonId(string platform, string key)
    {
        if (!ScopedId.IsPlatform(platform) || !ScopedId.IsKey(key))
            throw new ArgumentException($"'{platform}:{key}' is not an id of the form platform:key.", nameof(key));
        _platform = platform;
        _key = key;
    }

    /// <summary>The platform's name in lower case: <c>discord</c>, <c>web</c>, <c>console</c>.</summary>
    public string Platform => _platform ?? "";

    /// <summary>The platform's own id, at most 200 characters.</summary>
    public string Key => _key ?? "";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out PersonId id)
    {
        id = default;
        if (!ScopedId.TrySplit(text, out var platform, out var key))
            return false;
        id = new(platform, key);
        return true;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static PersonId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not of the form platform:key.");

    /// <inheritdoc />
    public override string ToString() => $"{Platform}:{Key}";
}
