using PaperBot.Search.Analysis;

namespace PaperBot.Tests.Search;

public sealed class EnglishStemTests
{
    [Theory]
    [InlineData("behaviour", "behavior")]
    [InlineData("labelled", "labeled")]
    [InlineData("organisations", "organization")]
    [InlineData("haemoglobin", "hemoglobin")]
    [InlineData("oestrogen", "estrogen")]
    [InlineData("analysed", "analyzing")]
    public void British_and_American_spelling_meet(string british, string american) =>
        EnglishStem.Of(british).ShouldBe(EnglishStem.Of(american));

    [Theory]
    [InlineData("inflammatory", "inflammation")]
    [InlineData("hypotheses", "hypothesis")]
    [InlineData("analytic", "analysis")]
    [InlineData("fibrotic", "fibrosis")]
    [InlineData("produced", "production")]
    [InlineData("solutions", "solve")]
    [InlineData("matrices", "matrix")]
    [InlineData("viruses", "virus")]
    [InlineData("bacterial", "bacteria")]
    [InlineData("written", "writes")]
    public void Forms_of_one_word_meet(string one, string other) => EnglishStem.Of(one).ShouldBe(EnglishStem.Of(other));

    [Theory]
    [InlineData("poets", "pets")]
    [InlineData("precise", "price")]
    [InlineData("four", "for")]
    [InlineData("police", "pole")]
    [InlineData("commission", "committee")]
    public void Different_words_stay_apart(string one, string other) =>
        EnglishStem.Of(one).ShouldNotBe(EnglishStem.Of(other));

    [Fact]
    public void A_word_of_the_greatest_length_has_room()
    {
        var word = new string('b', 57) + "our";

        EnglishStem.Of(word).Length.ShouldBeLessThanOrEqualTo(60);
    }
}
