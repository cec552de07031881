using System.Resources;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>The page's own words: all texts under <c>web.page.</c></summary>
internal sealed class PageStrings(ITexts texts)
{
    private const string Prefix = "web.page.";

    private static readonly string[] Keys = ReadKeys();

    public IReadOnlyDictionary<string, string> For(Locale locale) =>
        Keys.ToDictionary(key => key[Prefix.Length..], key => texts.Find(locale, key)!);

    private static string[] ReadKeys()
    {
        var resources = new ResourceManager("PaperBot.Platforms.Web.Texts", typeof(PageStrings).Assembly);
        var set = resources.GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, true, false)!;
        return
        [
            .. set.Cast<System.Collections.DictionaryEntry>()
                .Select(entry => (string)entry.Key)
                .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)),
        ];
    }
}
