using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using PaperBot.Calculator;
using PaperBot.Testing;

namespace PaperBot.Tests.Calculator;

public sealed partial class TextTests
{
    private static readonly ResourceManager Texts = new("PaperBot.Calculator.Texts", typeof(CalculatorEngine).Assembly);

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_placeholders()
    {
        var english = All(CultureInfo.InvariantCulture);
        var chinese = All(CultureInfo.GetCultureInfo("zh-Hans"));

        chinese.Keys.Order().ShouldBe(english.Keys.Order());
        foreach (var (key, text) in english)
            Placeholders(chinese[key]).ShouldBe(Placeholders(text), key);
    }

    [Fact]
    public void Every_key_in_the_source_has_a_text()
    {
        var texts = All(CultureInfo.InvariantCulture);
        var folder = Path.Combine(TestData.RepositoryRoot, "src", "PaperBot.Calculator");
        var keys = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Keys().Matches(File.ReadAllText(f)))
            .Select(m => "calculator." + m.Groups[1].Value)
            .Distinct()
            .ToList();

        keys.Count.ShouldBeGreaterThan(40);
        keys.Where(k => !texts.ContainsKey(k)).ShouldBeEmpty();
    }

    private static Dictionary<string, string> All(CultureInfo culture)
    {
        var set = Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false).ShouldNotBeNull();
        return set.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Braces().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex("\\{[a-z0-9]+\\}", RegexOptions.None, 1000)]
    private static partial Regex Braces();

    [GeneratedRegex(
        "\"((?:syntax|limit|math|matrix|value|name|function|list|latex|notice|equation|ode|fit|plot)\\.[a-z.]+)\"",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Keys();
}
