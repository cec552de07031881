using PaperBot.Search.Index;
using PaperBot.Search.Passages;

namespace PaperBot.Tests.Search;

public sealed class PassageTests
{
    [Fact]
    public void The_sentences_that_say_most_are_chosen_and_marked()
    {
        var passage = Best(
            "控制收敛",
            new PassageSource("第一句没有它。第二句也没有。", "引言", null),
            new PassageSource("先说别的。控制收敛定理说明极限与积分可以交换。再说别的。", "定理", "thm")
        );

        passage!.Text.ShouldBe("控制收敛定理说明极限与积分可以交换。");
        (passage.Section, passage.Anchor, passage.CutBefore, passage.CutAfter).ShouldBe(("定理", "thm", true, true));
        Marked(passage.Text, passage.Marks).ShouldBe("[控制收敛]定理说明极限与积分可以交换。");
    }

    [Fact]
    public void A_mark_covers_whole_words_and_whole_formulas() =>
        Marked("We write $ds^2 = g\\,dx$ for metrics.", "ds^2 metric")
            .ShouldBe("We write [$ds^2 = g\\,dx$] for [metrics].");

    [Theory]
    [InlineData("機器學習的幾何", "机器学习", "[機器學習]的幾何")]
    [InlineData("熵是什么", "熵", "[熵]是什么")]
    [InlineData("Running C++ code", "run c++", "[Running] [C++] code")]
    [InlineData("😀 nothing 😀", "lora", "😀 nothing 😀")]
    public void Marks_follow_folding_and_stems(string text, string question, string marked) =>
        Marked(text, question).ShouldBe(marked);

    [Fact]
    public void A_passage_is_never_much_longer_than_its_limit_and_cuts_no_formula()
    {
        var formula = "$" + new string('a', 200) + "$";
        var text = string.Concat(Enumerable.Repeat($"word {formula} ", 20)) + "target";

        var passage = Best("target", new PassageSource(text, null, null))!;

        passage.Text.Length.ShouldBeLessThanOrEqualTo(PassageFinder.Longest + 1);
        (passage.Text.Count(c => c == '$') % 2).ShouldBe(0);
        passage.Text.ShouldContain("target");
    }

    [Fact]
    public void Without_a_word_of_the_question_there_is_no_passage() =>
        Best("lora", new PassageSource("Nothing of it.", null, null)).ShouldBeNull();

    private static PaperBot.Core.Articles.TextPassage? Best(string question, params PassageSource[] sources) =>
        PassageFinder.Best(sources, new QuestionMarks(QueryTerms.Of(question)));

    private static string Marked(string text, string question) =>
        Marked(text, new QuestionMarks(QueryTerms.Of(question)).In(text));

    private static string Marked(string text, IReadOnlyList<PaperBot.Core.Articles.TextMark> marks)
    {
        foreach (var mark in marks.Reverse())
            text = text.Insert(mark.Start + mark.Length, "]").Insert(mark.Start, "[");
        return text;
    }
}
