using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace PaperBot.Core.Texts;

/// <summary>
/// The texts of all <see cref="TextSource"/>s. Each language is read once, when it is first asked for. A key that the
/// Chinese resources lack falls back to English; a test finds such keys.
/// </summary>
public sealed class TextCatalogue : ITexts
{
    private const string Suffix = "Texts.resources";

    private readonly TextSource[] _sources;
    private readonly ConcurrentDictionary<Locale, FrozenDictionary<string, string>> _byLocale = new();

    /// <summary>A catalogue over the given assemblies.</summary>
    public TextCatalogue(IEnumerable<TextSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        _sources = [.. sources.Append(new TextSource(typeof(TextCatalogue).Assembly)).Distinct()];
    }

    /// <inheritdoc />
    public string Get(Locale locale, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var pattern =
            Find(locale, message.Key) ?? throw new KeyNotFoundException($"No text has the key '{message.Key}'.");
        return TextFormat.Fill(pattern, message, locale, this);
    }

    /// <inheritdoc />
    public string? Find(Locale locale, string key) => Of(locale).GetValueOrDefault(key);

    /// <summary>All keys that a language defines by itself, without the fall-back; for tests.</summary>
    /// <exception cref="InvalidOperationException">Two resources define the same key.</exception>
    public IReadOnlyDictionary<string, string> Own(Locale locale) => Read(locale);

    private FrozenDictionary<string, string> Of(Locale locale) =>
        _byLocale.GetOrAdd(locale, static (wanted, self) => self.ReadWithFallback(wanted), this);

    private FrozenDictionary<string, string> ReadWithFallback(Locale locale)
    {
        var texts = Read(Locale.English);
        if (locale != Locale.English)
            foreach (var (key, text) in Read(locale))
                texts[key] = text;
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private Dictionary<string, string> Read(Locale locale)
    {
        var culture = locale.IsChinese ? locale.Culture : CultureInfo.InvariantCulture;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in _sources)
        foreach (var name in source.Assembly.GetManifestResourceNames())
            if (name.EndsWith(Suffix, StringComparison.Ordinal))
                Add(texts, new ResourceManager(name[..^".resources".Length], source.Assembly), culture, name);
        return texts;
    }

    private static void Add(
        Dictionary<string, string> texts,
        ResourceManager resource,
        CultureInfo culture,
        string name
    )
    {
        if (resource.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not { } set)
            return;
        foreach (System.Collections.DictionaryEntry entry in set)
            if (entry is { Key: string key, Value: string text } && !texts.TryAdd(key, text))
                throw new InvalidOperationException($"The text '{key}' is defined twice, the second time in {name}.");
    }
}
