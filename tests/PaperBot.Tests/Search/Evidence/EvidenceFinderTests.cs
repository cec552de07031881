using PaperBot.Core.Documents;
using PaperBot.Core.Papers;
using PaperBot.Search.Evidence;
using PaperBot.Testing;
using PaperBot.Testing.Questions;

namespace PaperBot.Tests.Search.Evidence;

public sealed class EvidenceFinderTests
{
    private readonly EvidenceFinder _finder = new();

    [Fact]
    public void The_answer_is_among_the_first_five_for_nine_questions_in_ten()
    {
        var file = TestData.Require("05-paper-qa", "covid-qa-part.jsonl.gz");
        var (asked, found) = (0, 0);
        foreach (var paper in PaperQuestions.Read(file))
        foreach (var question in paper.Questions)
        {
            var evidence = _finder.Find(new(question.Question, [paper.Document]));
            evidence.Count.ShouldBeLessThanOrEqualTo(5);
            evidence
                .SelectMany(e => e.Passages)
                .Distinct()
                .Sum(passage => Sentences.CountWords(passage.Text))
                .ShouldBeLessThanOrEqualTo(1_000);
            asked++;
            found += evidence.Any(e => paper.Holds(e.Passages, question)) ? 1 : 0;
        }

        asked.ShouldBeGreaterThan(100);
        ((double)found / asked).ShouldBeGreaterThanOrEqualTo(0.90);
    }

    [Fact]
    public void Nothing_is_found_for_words_that_the_paper_does_not_have()
    {
        var document = Paper();

        _finder.Find(new("Which zebra eats marzipan?", [document])).ShouldBeEmpty();
        _finder.Sentences(new("Which zebra eats marzipan?", [document])).ShouldBeEmpty();
    }

    [Fact]
    public void References_are_never_evidence()
    {
        var found = _finder.Find(new("What did Marzipanowitsch write?", [Paper()]));

        found.ShouldBeEmpty();
    }

    [Fact]
    public void The_sentence_that_answers_comes_first_word_for_word()
    {
        var sentences = _finder.Sentences(new("How large is the dropout rate?", [Paper()]));

        sentences[0].Text.ShouldBe("We set the dropout rate to 0.1 in all layers of the network.");
        sentences[0].Passage.Text.ShouldContain(sentences[0].Text);
    }

    [Fact]
    public void A_preferred_section_answers_though_no_word_is_found()
    {
        var query = new EvidenceQuery("zebra", [Paper()]) { Sections = ["conclusion"] };

        _finder.Sentences(query)[0].Text.ShouldStartWith("In the end small networks suffice");
    }

    [Fact]
    public void Chinese_questions_find_Chinese_text()
    {
        var builder = new DocumentBuilder();
        builder.Add(new DocumentSection("1", "引言", 1));
        builder.Add(
            new DocumentPart(PassageKind.Body, "批量归一化利用小批量上的均值和标准差，不断调整神经网络的中间输出。")
        );
        builder.Add(new DocumentSection("2", "结果", 1));
        builder.Add(new DocumentPart(PassageKind.Body, "实验在两台机器上进行，训练时间为三个小时，学习率固定不变。"));

        var found = _finder.Sentences(new("训练时间是多少？", [Build(builder)]));

        found[0].Text.ShouldContain("三个小时");
    }

    private static PaperDocument Paper()
    {
        var builder = new DocumentBuilder();
        builder.Add(new DocumentSection("1", "Introduction", 1));
        builder.Add(new DocumentPart(PassageKind.Body, "Networks grow and grow, and nobody asks whether they must."));
        builder.Add(new DocumentSection("2", "Training", 1));
        builder.Add(
            new DocumentPart(
                PassageKind.Body,
                "The network is trained with stochastic gradient descent. "
                    + "We set the dropout rate to 0.1 in all layers of the network."
            )
        );
        builder.Add(new DocumentSection("3", "Conclusion", 1));
        builder.Add(
            new DocumentPart(PassageKind.Body, "In the end small networks suffice for the tasks that we tried.")
        );
        builder.Add(new DocumentPart(PassageKind.Reference, "Marzipanowitsch, P. What I did write. 2001."));
        return Build(builder);
    }

    private static PaperDocument Build(DocumentBuilder builder) =>
        builder
            .Build(DocumentId.Of(ArxivId.Parse("2001.00001v1")), DocumentOrigin.ArxivHtml, "Small networks", default)
            .ShouldNotBeNull();
}
