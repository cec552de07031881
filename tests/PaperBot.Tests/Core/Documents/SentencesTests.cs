using PaperBot.Core.Documents;

namespace PaperBot.Tests.Core.Documents;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One is here. Two is there! Is it? Yes.", "One is here.|Two is there!|Is it?|Yes.")]
    [InlineData(
        "As Lee et al. (2019) show, cf. Fig. 3, it holds. It does.",
        "As Lee et al. (2019) show, cf. Fig. 3, it holds.|It does."
    )]
    [InlineData("The value is 0.3 of e.g. water. It grew.", "The value is 0.3 of e.g. water.|It grew.")]
    [InlineData("See J. R. Smith for it. Then go.", "See J. R. Smith for it.|Then go.")]
    [InlineData("模型很小。它更快！为什么？", "模型很小。|它更快！|为什么？")]
    [InlineData("We have $a. B$ here. Then more.", "We have $a. B$ here.|Then more.")]
    [InlineData("He said \"stop.\" They did.", "He said \"stop.\"|They did.")]
    public void Text_is_cut_where_sentences_end(string text, string expected) =>
        string.Join('|', Sentences.Of(text)).ShouldBe(expected);

    [Fact]
    public void Two_Chinese_characters_count_as_a_word() => Sentences.CountWords("我们用 BERT 模型，很快").ShouldBe(6);
}
