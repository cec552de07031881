using PaperBot.Search.Analysis;
using PaperBot.Search.Index;

namespace PaperBot.Tests.Search;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("Running networks", "run network")]
    [InlineData("Schr\u00f6dinger", "schroding")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("LoRA", "lora")]
    public void Words_are_folded_and_stemmed(string text, string terms) => Of(text).ShouldBe(terms);

    [Theory]
    [InlineData("x^2")]
    [InlineData("x²")]
    [InlineData("$x^{2}$")]
    [InlineData("x^{ 2 }")]
    public void A_power_is_one_term_however_it_is_written(string text) =>
        Of(text).Split(' ').ShouldContain(Terms.Encode("x^2"));

    [Fact]
    public void Formulas_and_identifiers_are_found()
    {
        Of("\\int_0^1 f").Split(' ').ShouldContain(Terms.Encode("\\int"));
        Of("ds^2 = dx^2").Split(' ').ShouldContain(Terms.Encode("ds^2"));
        Of("C++ and C#").Split(' ').ShouldContain(Terms.Encode("c++"));
        Of("GPT-4").Split(' ').ShouldContain("gpt4");
        Of("gpt4").Split(' ').ShouldContain("gpt4");
    }

    [Theory]
    [InlineData("PD\u20101", "PD-1")]
    [InlineData("TNF-\u03b1", "TNF-alpha")]
    [InlineData("E2Fs", "E2F")]
    public void What_is_only_typeset_differently_is_the_same(string one, string other) => Of(one).ShouldBe(Of(other));

    [Fact]
    public void A_Greek_letter_is_found_by_its_name_and_a_Greek_word_stays()
    {
        Of("\\alpha").Split(' ').ShouldContain("alpha");
        Of("\u03bb\u03cc\u03b3\u03bf\u03c2").ShouldNotContain("lambda");
    }

    [Fact]
    public void Chinese_is_cut_into_words_pairs_and_characters()
    {
        var terms = Of("黎曼积分").Split(' ');

        terms.ShouldContain(Terms.Word("积分"));
        terms.ShouldContain("曼积");
        terms.ShouldContain("黎");
    }

    [Fact]
    public void Traditional_and_simplified_text_have_the_same_terms() =>
        Of("機器學習與幾何").ShouldBe(Of("机器学习与几何"));

    [Fact]
    public void No_term_can_break_out_of_a_query()
    {
        var hostile = "\"a\" OR b* NEAR(c) -d ^e {f} : ' \0 😀 \ud800";

        Of(hostile).ShouldNotContain('"');
        QueryTerms.Of(hostile).ShouldAllBe(term => term.Text.All(c => char.IsLetterOrDigit(c) || c >= '\ue000'));
    }

    [Fact]
    public void A_long_word_and_a_long_run_are_bounded()
    {
        Of(new string('a', 10_000)).Split(' ').ShouldAllBe(term => term.Length <= 60);
        Of(string.Concat(Enumerable.Repeat("数学", 5_000))).Length.ShouldBeGreaterThan(10_000);
    }

    private static string Of(string text) => AnalyzedField.Of(text).Text.TrimEnd();
}
