using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Core.Papers;

public sealed class CategorySelectionTests
{
    private static readonly TextCatalogue Texts = new([]);

    [Theory]
    [InlineData("cs.AI", "cs.AI")]
    [InlineData("cs.ai CS.lg", "cs.AI+cs.LG")]
    [InlineData("cs.AI+cs.LG-cs.CY", "cs.AI+cs.LG-cs.CY")]
    [InlineData("cs.AI, cs.LG -cs.CY", "cs.AI+cs.LG-cs.CY")]
    [InlineData("cs.AI - cs.CY cs.LG", "cs.AI+cs.LG-cs.CY")]
    [InlineData("cs.AI and cs.LG not cs.CY", "cs.AI+cs.LG-cs.CY")]
    [InlineData("cs except cs.CY, cs.RO", "cs-cs.CY-cs.RO")]
    [InlineData("cs except cs.CY + math.PR", "cs+math.PR-cs.CY")]
    [InlineData("cs.AI 排除 cs.CY", "cs.AI-cs.CY")]
    [InlineData("人工智能、机器学习，排除计算机与社会", "cs.AI+cs.LG-cs.CY")]
    [InlineData("除了机器人学以外的计算机科学", "cs-cs.RO")]
    [InlineData("计算机科学除了机器人学和图形学", "cs-cs.RO-cs.GR")]
    [InlineData("计算机视觉和自然语言处理", "cs.CV+cs.CL")]
    [InlineData("machine learning, computer vision and pattern recognition", "cs.LG+cs.CV")]
    [InlineData("Distributed, Parallel, and Cluster Computing", "cs.DC")]
    [InlineData("High Energy Physics - Theory - gr-qc", "hep-th-gr-qc")]
    [InlineData("ｃｓ．ＡＩ＋cs.LG－cs.CY", "cs.AI+cs.LG-cs.CY")]
    [InlineData("cs.SY+math.NA+cs.NA", "eess.SY+math.NA")]
    [InlineData("cmp-lg", "cs.CL")]
    [InlineData("hep-th-gr-qc", "hep-th-gr-qc")]
    [InlineData("math-ph", "math-ph")]
    [InlineData("math-math-ph", "math-math-ph")]
    [InlineData("cs.*", "cs")]
    [InlineData("cond-mat.mtrl-sci-cond-mat.str-el", "cond-mat.mtrl-sci-cond-mat.str-el")]
    [InlineData("!cs.CY cs.AI", "cs.AI-cs.CY")]
    [InlineData("\u200fcs.AI\u200e", "cs.AI")]
    public void Union_and_difference_are_read_in_every_way_people_write_them(string text, string canonical)
    {
        CategorySelection.TryParse(text, out var selection, out var error).ShouldBeTrue(Text(error));

        selection!.ToString().ShouldBe(canonical);
        CategorySelection.Parse(canonical).ToString().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("csCL", "arXiv has no category “csCL”; did you mean `cs.CL`?")]
    [InlineData("cs.AI+cs.XX", "arXiv has no category “cs.XX”; did you mean `cs`?")]
    [InlineData("physics.quant-ph", "arXiv has no category “physics.quant-ph”; did you mean `quant-ph`?")]
    [InlineData(
        "cs.AI-foo",
        "arXiv has no category “foo”; write one like `cs.CL`, a whole archive like `cs`, or its name."
    )]
    [InlineData("robotcs", "arXiv has no category “robotcs”; did you mean `cs.RO`?")]
    [InlineData("CL", "arXiv has no category “CL”; did you mean `cs.CL`?")]
    [InlineData("hep", "arXiv has no category “hep”; did you mean `hep-ex`?")]
    [InlineData("cs.", "arXiv has no category “cs.”; did you mean `cs`?")]
    [InlineData("", "Name at least one category, for example `cs.CL` or `cs.AI+cs.LG-cs.CY`.")]
    [InlineData(" ,+ ", "Name at least one category, for example `cs.CL` or `cs.AI+cs.LG-cs.CY`.")]
    [InlineData(
        "-cs.CY",
        "That leaves no category out of which to choose; name one to include as well, for example `cs.AI-cs.CY`."
    )]
    [InlineData(
        "cs.AI-cs",
        "That leaves no category out of which to choose; name one to include as well, for example `cs.AI-cs.CY`."
    )]
    public void What_is_not_a_selection_is_said_in_one_sentence(string text, string sentence)
    {
        CategorySelection.TryParse(text, out var selection, out var error).ShouldBeFalse();

        selection.ShouldBeNull();
        error!.Kind.ShouldBe(ErrorKind.UserInput);
        Text(error).ShouldBe(sentence);
        Texts.Get(Locale.Chinese, error.Message).ShouldNotBe(sentence);
    }

    [Fact]
    public void Fifty_categories_are_read_and_one_more_is_refused()
    {
        var names = ArxivCategories.All.Where(c => !c.IsArchive).Select(c => c.Name).Take(51).ToArray();

        CategorySelection.TryParse(string.Join('+', names[..50]), out var all, out _).ShouldBeTrue();
        CategorySelection.TryParse(string.Join('+', names), out _, out var error).ShouldBeFalse();

        all!.Included.Count.ShouldBe(50);
        error!.Message.Key.ShouldBe("error.categories.many");
    }

    [Theory]
    [InlineData(2000, "error.categories.none")]
    [InlineData(2001, "error.categories.many")]
    [InlineData(1_000_000, "error.categories.many")]
    public void A_long_text_is_refused(int length, string key)
    {
        CategorySelection.TryParse(new string(',', length), out _, out var error).ShouldBeFalse();

        error!.Message.Key.ShouldBe(key);
    }

    [Theory]
    [InlineData("cs.AI+cs.LG-cs.CY", "cs.LG stat.ML", true)]
    [InlineData("cs.AI+cs.LG-cs.CY", "cs.LG cs.CY", false)]
    [InlineData("cs.AI", "math.PR", false)]
    [InlineData("cs", "cs.CL", true)]
    [InlineData("cs", "eess.SY cs.SY", true)]
    [InlineData("eess.SY", "cs.SY", true)]
    [InlineData("math-math.PR", "math.ST stat.TH", true)]
    [InlineData("hep-th-gr-qc", "hep-th gr-qc", false)]
    [InlineData("astro-ph", "astro-ph", true)]
    public void A_paper_is_in_when_one_category_is_included_and_none_excluded(
        string selection,
        string categories,
        bool expected
    ) => CategorySelection.Parse(selection).Matches(categories.Split(' ')).ShouldBe(expected);

    private static string Text(Error? error) => error is null ? "" : Texts.Get(Locale.English, error.Message);
}
