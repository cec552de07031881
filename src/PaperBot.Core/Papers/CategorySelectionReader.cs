using System.Collections.Frozen;
using System.Globalization;
using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Papers;

/// <summary>Reads a selection from left to right.</summary>
internal sealed class CategorySelectionReader(string text)
{
    private const int LongestInput = 2000;
    private const int LongestPart = 40;

    private static readonly FrozenDictionary<string, string> Names = CategoryNames();

    private static readonly FrozenDictionary<string, Sign> Words = SignWords();

    private readonly string _text = Fold(text);
    private int _at;
    private bool _excluding;
    private bool _excludingNext;

    /// <summary>The signs between names.</summary>
    private enum Sign
    {
        /// <summary>And also; the sign before it goes on.</summary>
        List,

        /// <summary>And also, from here on included.</summary>
        Plus,

        /// <summary>Without the next one.</summary>
        Minus,

        /// <summary>Without all that follow.</summary>
        Except,
    }

    public List<string> Included { get; } = [];

    public List<string> Excluded { get; } = [];

    /// <summary>Reads everything.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public Error? Read()
    {
        if (_text.Length > LongestInput)
            return Errors.UserInput("categories.many", ("most", CategorySelection.Most));
        while (_at < _text.Length)
        {
            if (TakeSign())
                continue;
            if (Longest(Names) is not { } found)
                return Unknown();
            _at += found.Length;
            Add(found.Value);
            if (Included.Count + Excluded.Count > CategorySelection.Most)
                return Errors.UserInput("categories.many", ("most", CategorySelection.Most));
        }

        Included.RemoveAll(name => Excluded.Contains(name) || Excluded.Contains(ArxivCategories.ArchiveOf(name)));
        return Included.Count > 0 ? null
            : Excluded.Count > 0 ? Errors.UserInput("categories.nothing_left")
            : Errors.UserInput("categories.none");
    }

    private bool TakeSign()
    {
        Sign sign;
        if (Symbol(_text[_at]) is { } symbol)
        {
            sign = symbol;
            _at++;
        }
        else if (Longest(Names) is null && Longest(Words) is { } word)
        {
            sign = word.Value;
            _at += word.Length;
        }
        else
        {
            return false;
        }

        _excludingNext = sign == Sign.Minus || (_excludingNext && sign == Sign.List);
        _excluding = sign == Sign.Except || (_excluding && sign != Sign.Plus);
        return true;
    }

    private void Add(string name)
    {
        var list = _excluding || _excludingNext ? Excluded : Included;
        if (!list.Contains(name))
            list.Add(name);
        _excludingNext = false;
    }

    /// <summary>The longest entry that the text goes on with and that does not end inside a word.</summary>
    private (T Value, int Length)? Longest<T>(FrozenDictionary<string, T> entries)
    {
        var lookup = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(60, _text.Length - _at); length > 0; length--)
        {
            if (lookup.TryGetValue(_text.AsSpan(_at, length), out var value) && EndsWord(_at + length))
                return (value, length);
        }

        return null;
    }

    private bool EndsWord(int end) =>
        end == _text.Length || !(char.IsAsciiLetterOrDigit(_text[end - 1]) && IsOfName(_text[end]));

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_';

    private Error Unknown()
    {
        var end = _at;
        while (end < _text.Length && (_text[end] == '-' || Symbol(_text[end]) is null))
            end++;
        var part = _text[_at..Math.Min(end, _at + LongestPart)];
        return CategoryNearMiss.Of(part) is { } near
            ? Errors.UserInput("categories.near", ("part", part), ("near", near))
            : Errors.UserInput("categories.unknown", ("part", part));
    }

    private static Sign? Symbol(char c) =>
        c switch
        {
            '+' or '&' => Sign.Plus,
            '-' or '!' or '~' => Sign.Minus,
            ' ' or ',' or ';' or '|' or '/' or '(' or ')' or '、' or '。' => Sign.List,
            _ when char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format => Sign.List,
            _ => null,
        };

    private static string Fold(string text) =>
        string.Join(' ', string.Create(text.Length, text, Fill).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static void Fill(Span<char> folded, string text)
    {
        for (var i = 0; i < text.Length; i++)
            folded[i] = HalfWidth.Of(text[i]);
    }

    private static FrozenDictionary<string, string> CategoryNames()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var category in ArxivCategories.All)
        {
            string[] words = [category.Name, category.English, category.Chinese, .. category.Former, .. category.Also];
            foreach (var word in words.Select(Fold).Distinct(StringComparer.OrdinalIgnoreCase))
                names.Add(word, category.Name);
            if (category.IsArchive)
                names.Add(category.Name + ".*", category.Name);
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, Sign> SignWords()
    {
        var words = new Dictionary<string, Sign>(StringComparer.OrdinalIgnoreCase);
        AddAll(Sign.List, "and or 和 与 及 以及 或 或者 还有 的 but 但 但是");
        AddAll(Sign.Plus, "plus 加 加上 以外 以外的 之外 之外的");
        AddAll(Sign.Minus, "minus 减 减去");
        AddAll(Sign.Except, "not no without except excluding exclude 排除 除 除了 除去 不 不要 不含 不包括 去掉");
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void AddAll(Sign sign, string list)
        {
            foreach (var word in list.Split(' '))
                words.Add(word, sign);
        }
    }
}
