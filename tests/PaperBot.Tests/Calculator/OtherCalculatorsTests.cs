using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperBot.Tests.Calculator;

/// <summary>The inputs of two other calculators' own tests, in our language where it has the words.</summary>
public sealed partial class OtherCalculatorsTests
{
    [Theory]
    [InlineData("expressions-mathjs-value.json", 73)]
    [InlineData("expressions-qalculate.json", 95)]
    public void What_is_said_alike_means_the_same(string file, int least)
    {
        var misses = new List<string>();
        var compared = 0;
        foreach (var row in ReferenceData.Cases(file))
        {
            var input = row.Text("expr");
            if (IsDifferent(input))
                continue;
            compared++;
            var ours = Calc.Text(Translate(input));
            if (!IsSame(ours, row.GetProperty("expected")))
                misses.Add($"{input}: {ours} instead of {row.GetProperty("expected")}");
        }

        compared.ShouldBeGreaterThanOrEqualTo(least);
        ReferenceData.ShouldHold(misses, compared);
    }

    [Fact]
    public void What_is_no_input_there_is_none_here()
    {
        // Names side by side are a product here, and percent signs may be repeated.
        string[] accepted = ["-3e-.5", "0b", "0xg", "17%%*5", "10/200%%%3"];
        foreach (var row in ReferenceData.Cases("expressions-mathjs-syntax_error.json"))
        {
            var input = row.Text("expr");

            (Calc.Run(input).Error is null).ShouldBe(accepted.Contains(input), input);
        }
    }

    private static bool IsDifferent(string input) =>
        OtherCalculators.ReckonsWithTruth(input)
        || OtherCalculators.Signs.Any(sign => input.Contains(sign.Part, StringComparison.Ordinal))
        || Word().EnumerateMatches(input) is var words && AnyMissing(words, input);

    private static bool AnyMissing(Regex.ValueMatchEnumerator words, string input)
    {
        foreach (var word in words)
            if (OtherCalculators.Missing.Contains(input.Substring(word.Index, word.Length)))
                return true;
        return false;
    }

    private static string Translate(string input)
    {
        var text = Word().Replace(input, word => OtherCalculators.Names.GetValueOrDefault(word.Value, word.Value));
        var comma = text.LastIndexOf(',');
        return text.StartsWith("limit(", StringComparison.Ordinal) && comma > 0
            ? $"{text[..comma]}, x{text[comma..]}"
            : text;
    }

    /// <summary>By value where both are numbers, one for one; else by the letters.</summary>
    private static bool IsSame(string ours, JsonElement expected)
    {
        var wanted =
            expected.ValueKind == JsonValueKind.String ? expected.GetString()!
            : expected.ValueKind is JsonValueKind.True or JsonValueKind.False ? expected.GetRawText()
            : expected.GetDouble().ToString("R", CultureInfo.InvariantCulture);
        wanted = wanted.Replace("+infinity", "inf", StringComparison.Ordinal);
        wanted = wanted.Replace("+ C", "", StringComparison.Ordinal).Replace("≈", "=", StringComparison.Ordinal);
        if (ours.Replace(" ", "", StringComparison.Ordinal) == wanted.Replace(" ", "", StringComparison.Ordinal))
            return true;
        var (mine, theirs) = (Values(ours.Split(" | ")), Values(Parts(wanted)));
        return mine.Count == theirs.Count && mine.Zip(theirs).All(pair => IsNear(pair.First, pair.Second));
    }

    private static string[] Parts(string wanted) =>
        wanted.StartsWith('[')
            ? [wanted.Replace("  ", ", ", StringComparison.Ordinal)]
            : wanted.Split(" or ").Select(part => part.Trim()).ToArray();

    private static List<double> Values(IEnumerable<string> texts)
    {
        var values = new List<double>();
        foreach (var text in texts)
        {
            var number = text.Contains(" = ", StringComparison.Ordinal)
                ? text[(text.LastIndexOf(" = ", StringComparison.Ordinal) + 3)..]
                : text;
            number = number.Split('≈')[^1].Replace("(2/3) * pi * n + ", "", StringComparison.Ordinal);
            if (number is "true" or "false")
                return [number == "true" ? 1 : 0];
            var isMatrix = number.TrimStart().StartsWith('[');
            foreach (var part in isMatrix ? number.Trim('[', ']', ' ').Split(',', ';') : [number])
                values.Add(
                    Calc.Run(part) is { Error: null } run ? run.Answers[^1].Values[0].Number ?? double.NaN : double.NaN
                );
        }

        values.Sort();
        return values;
    }

    private static bool IsNear(double a, double b) =>
        a.Equals(b) || Math.Abs(a - b) <= 1e-9 * Math.Max(1e-3, Math.Abs(b));

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
