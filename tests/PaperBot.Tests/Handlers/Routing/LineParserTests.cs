using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class LineParserTests
{
    private static readonly LineParser Parser = new(new CommandTable(SampleSpecs.All));

    [Theory]
    [InlineData("/arxiv new cs.AI")]
    [InlineData("  /arxiv   new   cs.AI  ")]
    [InlineData("/ARXIV New cs.AI")]
    [InlineData("／arxiv　new　cs.AI")]
    [InlineData("、今日 cs.AI")]
    [InlineData("／今日 分类：cs.AI")]
    [InlineData("/今日 分类： cs.AI")]
    [InlineData("/今日cs.AI")]
    [InlineData("/ 今日 categories:\"cs.AI\"")]
    [InlineData("/今日 “cs.AI”")]
    [InlineData("/今日 ”cs.AI“")]
    [InlineData("/今日 「cs.AI」")]
    [InlineData("/今日 ＣＡＴＥＧＯＲＩＥＳ：《cs.AI》")]
    public void One_command_is_written_in_many_ways(string line)
    {
        var parsed = Ok(line);

        parsed.Spec.ShouldBe(SampleSpecs.New);
        parsed.Arguments.Text("categories").ShouldBe("cs.AI");
        parsed.Arguments.Values.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/arxiv search attention is all you need", "attention is all you need")]
    [InlineData("/arxiv search attention sort:date is all", "attention is all")]
    [InlineData("/arxiv search \"attention is all\"", "attention is all")]
    [InlineData("/arxiv search “exact phrase” other", "\"exact phrase\" other")]
    [InlineData("/arxiv search don't stop 5\" disks", "don't stop 5\" disks")]
    [InlineData("/arxiv search \"never closed", "\"never closed")]
    [InlineData("/arxiv search ‘don’t panic’", "don’t panic")]
    [InlineData(
        "/arxiv search https://arxiv.org/abs/1706.03762 arXiv:1706.03762",
        "https://arxiv.org/abs/1706.03762 arXiv:1706.03762"
    )]
    [InlineData("/arxiv search BERT: a model", "BERT: a model")]
    [InlineData("/arxiv search \"say \\\"hi\\\" to \\\\alpha\\beta\"", "say \"hi\" to \\alpha\\beta")]
    [InlineData("/搜论文 注意力　机制", "注意力 机制")]
    public void The_last_position_takes_all_the_words(string line, string query) =>
        Ok(line).Arguments.Text("query").ShouldBe(query);

    [Theory]
    [InlineData("/paper 1706.03762 1810.04805")]
    [InlineData("/paper 1706.03762, 1810.04805")]
    [InlineData("/论文 1706.03762，1810.04805")]
    [InlineData("/论文1706.03762、1810.04805；")]
    [InlineData("/paper papers:1706.03762 papers:1810.04805")]
    [InlineData("/paper \"1706.03762\" \"1810.04805\"")]
    public void Many_values_are_a_list(string line) =>
        Ok(line).Arguments.Texts("papers").ShouldBe(["1706.03762", "1810.04805"]);

    [Theory]
    [InlineData("/calc [1, 2; 3, 4] : \"x\" \\alpha\n  + 1", "[1, 2; 3, 4] : \"x\" \\alpha\n  + 1")]
    [InlineData("/calc expression: keep:this  ", " keep:this  ")]
    [InlineData("/算 x:2 digits:3", "x:2 digits:3")]
    public void A_verbatim_value_is_the_rest_as_it_stands(string line, string expression) =>
        Ok(line).Arguments.Text("expression").ShouldBe(expression);

    [Fact]
    public void Keys_in_front_of_a_verbatim_value_are_read()
    {
        var arguments = Ok("/calc digits:30 精确：是 1/3 exact:no").Arguments;

        arguments.Integer("digits").ShouldBe(30);
        arguments.Flag("exact").ShouldBeTrue();
        arguments.Text("expression").ShouldBe("1/3 exact:no");
    }

    [Fact]
    public void Positions_before_a_verbatim_value_take_a_word_each()
    {
        var arguments = Ok("/plot -1 2.5e0 ０．１ sin(x) + 1").Arguments;

        arguments.Number("from").ShouldBe(-1);
        arguments.Number("to").ShouldBe(2.5);
        arguments.Number("step").ShouldBe(0.1);
        arguments.Text("expression").ShouldBe("sin(x) + 1");
    }

    [Fact]
    public void Every_command_takes_private_and_lang()
    {
        var arguments = Ok("/about 私密：是 语言:中文").Arguments;

        arguments.Flag("private").ShouldBeTrue();
        arguments.Text("lang").ShouldBe("zh");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("Yes", true)]
    [InlineData("ON", true)]
    [InlineData("１", true)]
    [InlineData("是", true)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    [InlineData("关", false)]
    [InlineData("不要", false)]
    public void Yes_and_no_are_written_in_both_languages(string typed, bool flag) =>
        Ok($"/calc exact:{typed} 1").Arguments.Flag("exact").ShouldBe(flag);

    [Fact]
    public void A_choice_is_found_by_its_aliases() =>
        Ok("/arxiv search x 排序：日期").Arguments.Text("sort").ShouldBe("date");

    [Theory]
    [InlineData("/", "line.empty")]
    [InlineData("/   ", "line.empty")]
    [InlineData("/papr 1", "command.near", "`/paper`")]
    [InlineData("/ppaer 1", "command.near", "`/paper`")]
    [InlineData("/论问 1", "command.near", "`/论文`")]
    [InlineData("/quantum", "command.unknown")]
    [InlineData("/home/me/file.pdf", "command.unknown")]
    [InlineData("/arxiv", "command.group")]
    [InlineData("/arxiv what", "command.group")]
    [InlineData("/arxiv nwe", "command.near", "`/arxiv new`")]
    [InlineData("/arxiv serach x", "command.near", "`/arxiv search`")]
    [InlineData("/arxv search x", "command.near", "`/arxiv`")]
    [InlineData("/paper", "parameter.missing")]
    [InlineData("/paper ?", "parameter.missing")]
    [InlineData("/paper ？", "parameter.missing")]
    [InlineData("/paper \"\"", "parameter.missing")]
    [InlineData("/paper ,,,", "parameter.empty")]
    [InlineData("/arxiv search x sort:", "parameter.empty")]
    [InlineData("/arxiv search x sort: in:cs", "parameter.empty")]
    [InlineData("/arxiv search x srot:date", "parameter.near", "`sort:`")]
    [InlineData("/arxiv search x auther:me", "parameter.near", "`author:`")]
    [InlineData("/arxiv search x sort:date sort:date", "parameter.twice")]
    [InlineData("/arxiv search x sort:dtae", "parameter.choice.near", "`date`")]
    [InlineData("/arxiv search x sort:colour", "parameter.choice")]
    [InlineData("/arxiv new page:0", "parameter.between")]
    [InlineData("/arxiv new page:100", "parameter.between")]
    [InlineData("/arxiv new page:1.5", "parameter.integer")]
    [InlineData("/arxiv new page:99999999999999999999", "parameter.integer")]
    [InlineData("/calc digits:0 1", "parameter.least")]
    [InlineData("/calc exact:perhaps 1", "parameter.boolean")]
    [InlineData("/plot 1 x", "parameter.number")]
    [InlineData("/plot 1 NaN", "parameter.number")]
    [InlineData("/plot 1 1e999", "parameter.number")]
    [InlineData("/plot 1 2 11", "parameter.most")]
    [InlineData("/about me", "line.extra")]
    [InlineData("/about colour:red", "parameter.unknown")]
    [InlineData("/upload x file:/etc/passwd", "parameter.file")]
    public void What_cannot_be_understood_is_said_in_one_sentence(string line, string key, string? near = null)
    {
        var error = Parser.Parse(InputText.Clean(line)).Error;

        error.Message.Key.ShouldBe("error." + key);
        error.Kind.ShouldBe(ErrorKind.UserInput);
        if (near is not null)
            error.Message.Values["near"].ShouldBe(near);
    }

    [Fact]
    public void A_file_comes_along_or_by_the_console_but_never_from_text()
    {
        var file = new IncomingFile("a b.pdf", "application/pdf", 3, _ => Task.FromResult<Stream>(new MemoryStream()));
        var incoming = Incomings.Of("/upload x") with { Files = [file] };

        Ok("/upload x", incoming).Arguments.File("file").ShouldBe(file);
        Ok("/upload x file:\"a b.pdf\"", incoming).Arguments.File("file").ShouldBe(file);
        Parser.Parse("/upload x file:/etc/passwd", incoming).IsOk.ShouldBeFalse();
        var console = Incomings.Of("/upload x") with { FileByText = path => path == "/a.pdf" ? file : null };
        Ok("/upload x 文件：/a.pdf", console).Arguments.File("file").ShouldBe(file);
    }

    [Theory]
    [InlineData("/paper 1", true)]
    [InlineData("  ／paper", true)]
    [InlineData("、论文", true)]
    [InlineData("、、", false)]
    [InlineData("、", false)]
    [InlineData("1706.03762", false)]
    [InlineData("what about /paper", false)]
    public void A_line_begins_with_a_slash_or_the_phone_keyboards_comma(string text, bool isCommand) =>
        LineParser.IsCommand(text).ShouldBe(isCommand);

    [Fact]
    public void A_usage_names_all_parameters()
    {
        var usage = new UsageText(SampleSpecs.Search);

        usage.ToString().ShouldBe("`/arxiv search <query> [in:…] [author:…] [sort:relevance|date]`");
        usage.ToString(null, System.Globalization.CultureInfo.GetCultureInfo("zh-Hans")).ShouldStartWith("`/搜论文 ");
        new UsageText(SampleSpecs.Paper).ToString().ShouldBe("`/paper <papers> …`");
    }

    private static ParsedLine Ok(string line, Incoming? incoming = null)
    {
        var parsed = Parser.Parse(InputText.Clean(line), incoming);
        parsed.IsOk.ShouldBeTrue(parsed.IsOk ? "" : $"{line}: {parsed.Error}");
        return parsed.Value;
    }
}
