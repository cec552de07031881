using System.Text.RegularExpressions;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Texts;

public sealed partial class ResourceTests
{
    private static readonly IReadOnlyDictionary<string, string> English = BotTexts.Catalogue.Own(Locale.English);
    private static readonly IReadOnlyDictionary<string, string> Chinese = BotTexts.Catalogue.Own(Locale.Chinese);

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        English.Count.ShouldBeGreaterThan(100);

        English.Keys.Except(Chinese.Keys).ShouldBeEmpty();
        Chinese.Keys.Except(English.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_have_the_same_placeholders()
    {
        var differing = English
            .Where(pair => Chinese.ContainsKey(pair.Key))
            .Where(pair => !Placeholders(pair.Value).SetEquals(Placeholders(Chinese[pair.Key])))
            .Select(pair => pair.Key);

        differing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_brace_is_closed()
    {
        foreach (var (key, text) in English.Concat(Chinese))
        {
            var plain = text.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal);
            Placeholder().Replace(plain, "").ShouldNotContain("{", customMessage: key);
        }
    }

    [Fact]
    public void No_text_is_empty_and_chinese_texts_are_chinese()
    {
        English.Concat(Chinese).Where(pair => string.IsNullOrWhiteSpace(pair.Value)).ShouldBeEmpty();

        // Descriptions and errors are sentences; labels may be names that both languages share.
        Chinese
            .Where(pair =>
                pair.Key.StartsWith("error.", StringComparison.Ordinal)
                || pair.Key.EndsWith(".description", StringComparison.Ordinal)
            )
            .Where(pair => !pair.Value.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
            .ShouldBeEmpty();
        // A language's own name stands in that language.
        English
            .Where(pair => pair.Key != "web.page.language")
            .Where(pair => pair.Value.All(c => c is >= '\u4E00' and <= '\u9FFF'))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_error_is_a_sentence()
    {
        var errors = English.Concat(Chinese).Where(pair => pair.Key.StartsWith("error.", StringComparison.Ordinal));

        foreach (var (key, text) in errors)
            (text.TrimEnd()[^1] is '.' or '。' or '?' or '？' or '}' or '>' or '`').ShouldBeTrue($"{key}: {text}");
    }

    private static HashSet<string> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\w+)(?::[^{}]*)?\}", RegexOptions.None, 1_000)]
    private static partial Regex Placeholder();
}
