using PaperBot.Core.Commands;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class LineLimitTests
{
    private static readonly LineParser Parser = new(new CommandTable(SampleSpecs.All));

    [Fact]
    public void A_line_may_have_20_000_characters_and_not_one_more()
    {
        const string start = "/calc ";
        var most = start + new string('1', CommandLine.MaxLength - start.Length);

        KeyOf(most).ShouldBe("error.parameter.long");
        KeyOf(most + "1").ShouldBe("error.line.long");
    }

    [Fact]
    public void A_value_may_have_its_parameters_length_and_not_one_more()
    {
        KeyOf("/arxiv search " + new string('x', 500)).ShouldBeNull();
        KeyOf("/arxiv search " + new string('x', 501)).ShouldBe("error.parameter.long");
        KeyOf("/arxiv search x in:" + new string('x', Parameter.DefaultMaxLength)).ShouldBeNull();
        KeyOf("/arxiv search x in:" + new string('x', Parameter.DefaultMaxLength + 1)).ShouldBe("error.parameter.long");
        KeyOf("/paper " + new string('x', Parameter.DefaultMaxLength + 1)).ShouldBe("error.parameter.long");
        KeyOf("/calc " + new string('x', 4_000)).ShouldBeNull();
        KeyOf("/calc " + new string('x', 4_001)).ShouldBe("error.parameter.long");
    }

    [Fact]
    public void A_list_may_have_100_values_and_not_one_more()
    {
        var ids = Enumerable.Range(1, 101).Select(i => $"1706.{i:00000}").ToList();

        KeyOf("/paper " + string.Join(' ', ids.Take(100))).ShouldBeNull();
        KeyOf("/paper " + string.Join(' ', ids)).ShouldBe("error.parameter.many");
        KeyOf("/paper " + string.Join(',', ids)).ShouldBe("error.parameter.many");
    }

    [Fact]
    public void Thousands_of_keys_quotes_and_brackets_are_read_in_no_time()
    {
        foreach (
            var piece in (string[])["「a ", "\"a ", "‘’", "a: ", "：", "((((", "“”", "in:", "\\\"", "/", "、论文 "]
        )
        {
            var line = "/arxiv search " + string.Concat(Enumerable.Repeat(piece, 15_000 / piece.Length));

            var started = TimeProvider.System.GetTimestamp();
            Parser.Parse(line);
            Parser.Parse(line[14..]);

            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(1), piece);
        }
    }

    [Fact]
    public void Characters_that_nobody_sees_are_dropped()
    {
        InputText.Clean("/pa\u200Bper\0 \u202Eabc\u202C\uFEFF\u0007\u009F").ShouldBe("/paper abc");
        InputText.Clean("a\r\nb\rc\u2028d\te").ShouldBe("a\nb\nc\nd\te");
        InputText.Clean("\uD800a\uDC00😀").ShouldBe("a😀");
        InputText.Clean("אבג العربية").ShouldBe("אבג العربية");
        var plain = "nothing to do";
        InputText.Clean(plain).ShouldBeSameAs(plain);
    }

    private static string? KeyOf(string line)
    {
        var parsed = Parser.Parse(line);
        return parsed.IsOk ? null : parsed.Error.Message.Key;
    }
}
