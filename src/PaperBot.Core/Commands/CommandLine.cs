using System.Globalization;
using System.Text;

namespace PaperBot.Core.Commands;

/// <summary>
/// Writes command lines, so that what a platform's form or a handler's action holds is read back as exactly the same
/// arguments.
/// </summary>
public static class CommandLine
{
    /// <summary>The longest line that is read, in characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>What stands for a required value that the platform is to ask for.</summary>
    public const string Ask = "?";

    /// <summary>The canonical line: reading it gives the same arguments.</summary>
    public static string Format(CommandSpec spec, Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(arguments);
        var line = new StringBuilder("/").Append(spec.Name);
        var known = spec.Parameters.Concat(CommonParameters.All.Where(p => spec.Find(p.Name) is null));
        var given = known.Where(p => arguments.Has(p.Name)).ToList();
        var bare = Bare(spec, arguments);
        var tail = given.FirstOrDefault(p => p.Verbatim);
        if (tail is null)
            Append(line, bare, arguments);
        foreach (var parameter in given.Where(p => p != tail && !bare.Contains(p)))
        foreach (var value in Values(arguments.Values[parameter.Name]))
            line.Append(' ').Append(parameter.Name).Append(':').Append(Word(value, many: parameter.Many, key: true));
        if (tail is null)
            return line.ToString();
        Append(line, bare, arguments);
        var text = Values(arguments.Values[tail.Name]).Single();
        return line.Append(' ').Append(bare.Contains(tail) ? "" : tail.Name + ":").Append(text).ToString();
    }

    /// <summary>The canonical line of some values; null values are left out.</summary>
    public static string Format(CommandSpec spec, params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Format(
            spec,
            new Arguments(values.Where(v => v.Value is not null).ToDictionary(v => v.Name, v => v.Value!))
        );
    }

    /// <summary>
    /// A text as one value of a line that is written by hand, quoted where that is needed:
    /// <c>$"/arxiv search {CommandLine.Quote(words)}"</c>.
    /// </summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Word(value, many: true, key: false);
    }

    /// <summary>The positional parameters that can be written without their names.</summary>
    private static List<Parameter> Bare(CommandSpec spec, Arguments arguments)
    {
        var bare = new List<Parameter>();
        foreach (var parameter in spec.Parameters.Where(p => p.Positional))
        {
            if (!arguments.Values.TryGetValue(parameter.Name, out var value))
                break;
            if (parameter.Verbatim && !IsPlainTail(Values(value).Single()))
                break;
            bare.Add(parameter);
        }
        return bare;
    }

    private static void Append(StringBuilder line, List<Parameter> bare, Arguments arguments)
    {
        foreach (var parameter in bare.Where(p => !p.Verbatim))
        foreach (var value in Values(arguments.Values[parameter.Name]))
            line.Append(' ').Append(Word(value, parameter.Many, key: false));
    }

    /// <summary>The rest of a line that is taken as it stands: nothing at its beginning may look like a key.</summary>
    private static bool IsPlainTail(string text)
    {
        if (text.Length == 0 || text.Trim().Length != text.Length || IsAsk(text))
            return false;
        var end = text.AsSpan().IndexOfAny(" \t\n\r\u3000");
        return !text.AsSpan(0, end < 0 ? text.Length : end).ContainsAny(":：");
    }

    private static string Word(string value, bool many, bool key)
    {
        if (IsPlain(value, many, key))
            return value;
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal);
        return $"\"{escaped.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsPlain(string value, bool many, bool key)
    {
        if (value.Length == 0 || IsAsk(value) || IsQuoteLike(value[0]))
            return false;
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || (!key && c is ':' or '：'))
                return false;
            if (many && c is ',' or '，' or '、' or ';' or '；')
                return false;
        }
        return true;
    }

    private static bool IsAsk(string value) => value is Ask or "？";

    private static bool IsQuoteLike(char c) =>
        c is '"' or '＂'
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation;

    private static IEnumerable<string> Values(object value) =>
        value switch
        {
            string text => [text],
            IEnumerable<string> texts => texts,
            bool flag => [flag ? "true" : "false"],
            IncomingFile file => [file.Name],
            IFormattable number => [number.ToString(null, CultureInfo.InvariantCulture)],
            _ => throw new ArgumentException($"A {value.GetType().Name} cannot be written in a line.", nameof(value)),
        };
}
