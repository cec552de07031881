using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PaperBot.Markdown;
using PaperBot.Markdown.Plain;
using PaperBot.Markdown.Splitting;
using PaperBot.Markdown.WeCom;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Testing;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>Answers that models really gave, as an official account hands them over.</summary>
public sealed class SplitAnswersTests
{
    [Fact]
    public void Every_part_fits_and_together_they_are_the_whole()
    {
        var (answers, parts, formulas, wrong) = (0, 0, 0, new List<string>());
        foreach (var (id, answer) in Answers())
        {
            var marked = ChatTextDialect.RenderForSplitting(ParsedMarkdown.Parse(answer), Reader.Default);
            var whole = new ChatTextDialect().Render(ParsedMarkdown.Parse(answer), Reader.Default);
            var split = PlainSplitter.Split(marked, OfficialWriter.LongestPart);
            var kept = Kept(marked).Where(formula => formula.Length < 1_000).ToList();
            formulas += kept.Count;
            if (kept.FirstOrDefault(f => !split.Any(part => part.Contains(f, StringComparison.Ordinal))) is { } cut)
                wrong.Add($"{id}: a formula is cut: {cut}");
            (answers, parts) = (answers + 1, parts + split.Count);
            if (Fault(whole, split) is { } fault)
                wrong.Add($"{id}: {fault}");
        }

        wrong.ShouldBeEmpty();
        answers.ShouldBeGreaterThan(100);
        parts.ShouldBeGreaterThan(answers);
        formulas.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Nothing_of_an_answer_mentions_anybody_in_wecom()
    {
        var dialect = new WeComDialect();
        foreach (var (id, answer) in Answers())
        {
            var shown = dialect.Render(ParsedMarkdown.Parse(answer), Reader.Default);
            shown.ShouldNotContain("<@", Case.Sensitive, id);
            shown.ShouldNotContain("<think", Case.Insensitive, id);
        }
    }

    [Fact]
    public void A_link_and_a_formula_are_never_cut()
    {
        const string link = "https://arxiv.org/abs/1706.03762v5?context=cs.CL";
        const string formula = "softmax(QKᵀ/√d)V=α₁β²";
        for (var before = 0; before < 130; before++)
        {
            var text = string.Concat(Enumerable.Repeat("字", before)) + $" {link} {formula} " + new string('x', 200);
            var parts = PlainSplitter.Split(text, 200);
            parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= 200);
            parts.ShouldContain(part => part.Contains(link, StringComparison.Ordinal));
            parts.ShouldContain(part => part.Contains(formula, StringComparison.Ordinal));
            string.Concat(parts).ShouldBe(text);
        }
    }

    private static string? Fault(string whole, IReadOnlyList<string> parts)
    {
        foreach (var part in parts)
        {
            if (Encoding.UTF8.GetByteCount(part) > OfficialWriter.LongestText)
                return $"a part of {Encoding.UTF8.GetByteCount(part)} bytes";
            if (part.Trim().Length == 0)
                return "an empty part";
            if (char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1]))
                return "half a character";
        }
        return string.Concat(parts) == whole ? null : "the parts are not the whole";
    }

    /// <summary>What the renderer marked as one.</summary>
    private static IEnumerable<string> Kept(string marked) =>
        marked.Split('\uFDD1').Skip(1).Select(rest => rest.Split('\uFDD2')[0]).Where(formula => formula.Length > 0);

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
