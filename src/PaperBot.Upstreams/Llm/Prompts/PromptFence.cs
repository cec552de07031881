using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>
/// Keeps what is filled in inside of the tags that a prompt puts around it: a value cannot hold one of these tags, and
/// no characters that a person does not see.
/// </summary>
internal sealed partial class PromptFence
{
    private const int Milliseconds = 2_000;

    // In place of "<" before the name of a tag: looks alike to a reader, and closes nothing.
    private const char LookAlike = '‹';

    private readonly HashSet<string> _tags = new(StringComparer.OrdinalIgnoreCase) { "message" };

    /// <param name="template">The prompt's text; every tag in it is a fence.</param>
    public PromptFence(string template)
    {
        foreach (Match match in Tag().Matches(template))
            _tags.Add(match.Groups["name"].Value);
    }

    /// <summary>A value that may go in: texts, numbers, truth values, and lists of records of these.</summary>
    /// <exception cref="ArgumentException">It is of another kind.</exception>
    public object Clean(object value) =>
        value switch
        {
            string text => Clean(text),
            bool => value,
            IFormattable number when value.GetType().IsPrimitive => number.ToString(null, CultureInfo.InvariantCulture),
            IDictionary record => Clean(record),
            IEnumerable list => list.Cast<object>().Select(Clean).ToList(),
            _ => throw new ArgumentException($"A prompt cannot be filled with a {value.GetType().Name}."),
        };

    /// <summary>A text without this prompt's tags and without what cannot be seen.</summary>
    public string Clean(string text)
    {
        text = Tag()
            .Replace(
                text,
                match => _tags.Contains(match.Groups["name"].Value) ? LookAlike + match.Value[1..] : match.Value
            );
        return text.EnumerateRunes().All(IsVisible) ? text : Visible(text);
    }

    private Dictionary<string, object> Clean(IDictionary record)
    {
        var clean = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in record)
            if (entry is { Key: string name, Value: { } value })
                clean[name] = Clean(value);
        return clean;
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsVisible))
            visible.Append(rune);
        return visible.ToString();
    }

    // Control characters, and the block of tags in which text can be hidden from people.
    private static bool IsVisible(Rune rune) =>
        rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is < 0xE0000 or > 0xE007F);

    [GeneratedRegex(@"<\s*/?\s*(?<name>[A-Za-z][A-Za-z0-9_-]*)", RegexOptions.None, Milliseconds)]
    private static partial Regex Tag();
}
