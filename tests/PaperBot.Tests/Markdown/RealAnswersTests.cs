using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PaperBot.Markdown;
using PaperBot.Markdown.Html;
using PaperBot.Markdown.Source;
using PaperBot.Markdown.Splitting;
using PaperBot.Testing;

namespace PaperBot.Tests.Markdown;

/// <summary>Answers that models really gave, split for the two platforms with the tightest limits.</summary>
public sealed class RealAnswersTests
{
    [Theory]
    [InlineData(2_000, "characters")]
    [InlineData(2_048, "bytes")]
    [InlineData(300, "characters")]
    public void Every_part_is_whole_and_nothing_is_lost(int limit, string unitName)
    {
        var unit = unitName == "bytes" ? TextUnit.Utf8Bytes : TextUnit.Characters;
        var wrong = new List<string>();
        foreach (var (id, answer) in Answers())
        {
            var parts = MarkdownSplitter.Split(answer, limit, unit);
            if (Fault(answer, parts, limit, unit) is { } fault)
                wrong.Add($"{id}: {fault}");
        }

        wrong.ShouldBe([]);
    }

    [Fact]
    public void Every_answer_renders_with_all_its_formulas()
    {
        var dialect = new HtmlDialect();
        var formulas = 0;
        foreach (var (id, answer) in Answers())
        {
            var html = dialect.Render(ParsedMarkdown.Parse(answer), Reader.Default);
            html.ShouldNotContain("\uFDD0", Case.Sensitive, id);
            formulas += html.Split("class=\"math\"").Length - 1;
        }

        formulas.ShouldBeGreaterThan(1_000);
    }

    private static string? Fault(string answer, IReadOnlyList<string> parts, int limit, TextUnit unit)
    {
        foreach (var part in parts)
        {
            if (unit.Measure(part) > limit)
                return $"a part of {unit.Measure(part)}";
            if (part.Trim().Length == 0)
                return "an empty part";
            if (char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1]))
                return "half a character";
        }
        if (parts.Count == 1)
            return null;
        var fits = Formulas(answer).Where(formula => unit.Measure(formula) <= limit / 2).ToList();
        var kept = parts.SelectMany(Formulas).ToList();
        if (fits.Except(kept).FirstOrDefault() is { } lost)
            return $"a formula is cut: {lost}";
        if (parts.Any(HasOpenFence))
            return "a fence is not closed";
        var before = Letters(answer);
        var after = Letters(string.Concat(parts));
        return IsSubsequence(before, after) ? null : "text is lost";
    }

    private static IEnumerable<string> Formulas(string text) =>
        SourceScanner
            .Scan(text)
            .Where(span => span.Kind == SpanKind.Formula)
            .Select(span => text.Substring(span.Start, span.Length));

    private static bool HasOpenFence(string part)
    {
        var fence = SourceScanner.Scan(part).LastOrDefault(span => span.Kind == SpanKind.Fence);
        if (fence.Length == 0 || fence.End < part.TrimEnd().Length)
            return false;
        var lines = part.Substring(fence.Start, fence.Length).TrimEnd().Split('\n');
        FenceLine.TryRead(lines[0], out var open).ShouldBeTrue();
        return !open.IsClosedBy(lines[^1]);
    }

    /// <summary>The text without white space; parts may have repeated heads and fences between.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c))
                letters.Append(c);
        return letters.ToString();
    }

    private static bool IsSubsequence(string of, string text)
    {
        var at = 0;
        foreach (var c in text)
            if (at < of.Length && of[at] == c)
                at++;
        return at == of.Length;
    }

    private static IEnumerable<(string Id, string Answer)> Answers()
    {
        using var packed = File.OpenRead(TestData.Require("08-markdown", "llm-answers.jsonl.gz"));
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return (
                json.RootElement.GetProperty("id").GetString()!,
                json.RootElement.GetProperty("answer").GetString()!.ReplaceLineEndings("\n")
            );
        }
    }
}
