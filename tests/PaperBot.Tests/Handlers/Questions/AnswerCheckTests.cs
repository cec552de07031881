using PaperBot.Core.Documents;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Questions.Evidence;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Questions;

public sealed class AnswerCheckTests
{
    private readonly AnswerCheck _check = new(new FakePaperLinks(), HandlerRig.Texts);
    private readonly PaperDocument _document;
    private readonly string _heads;
    private readonly string _rate;

    public AnswerCheckTests()
    {
        var builder = new DocumentBuilder();
        builder.Add(new DocumentSection("3.2", "Attention", 2));
        builder.Add(
            new DocumentPart(PassageKind.Body, "In this work we employ eight parallel attention heads for everything.")
            {
                Pages = [(0, 5)],
            }
        );
        builder.Add(new DocumentSection("5", "Training", 1));
        builder.Add(new DocumentPart(PassageKind.Body, "The dropout rate is 0.1.") { Pages = [(0, 7)] });
        _document = builder.Build(
            DocumentId.Of(ArxivId.Parse("1706.03762v5")),
            DocumentOrigin.Sample,
            "Attention",
            default
        )!;
        (_heads, _rate) = (_document.Passages[0].Key, _document.Passages[1].Key);
    }

    [Fact]
    public void Keys_become_citations_that_code_writes()
    {
        var answer = Check($"There are eight heads [{_heads}], and the rate is small ({_rate}, {_heads}).");

        answer.Markdown.ShouldBe(
            "There are eight heads &#91;§3.2, p. 5&#93;, and the rate is small &#91;§5, p. 7&#93; &#91;§3.2, p. 5&#93;."
        );
        answer.Cited.Select(found => found.Passage.Key).ShouldBe([_heads, _rate]);
        answer.Claims.ShouldBe(["There are eight heads", ", and the rate is small"]);
        (answer.UnknownKeys, answer.FalseQuotes, answer.Unsupported).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData("It is so [bcdfghjk].")]
    [InlineData("It is so [§9.9, p. 12].")]
    [InlineData("It is so (p. 3).")]
    [InlineData("It is so【第 3 页】.")]
    public void Places_that_a_model_made_up_are_removed(string text)
    {
        var answer = Check(text);

        answer.Markdown.ShouldBe("It is so.");
        answer.UnknownKeys.ShouldBe(1);
        answer.Cited.ShouldBeEmpty();
    }

    [Fact]
    public void A_key_of_the_paper_that_was_not_sent_is_made_up_too()
    {
        var answer = _check.Of($"So it is [{_rate}].", [_document], new HashSet<string> { _heads }, Locale.English);

        answer.UnknownKeys.ShouldBe(1);
    }

    [Fact]
    public void A_quotation_stays_one_only_when_it_is_in_the_text_word_for_word()
    {
        var answer = Check(
            $"It says “we employ eight parallel attention heads” [{_heads}] and \"we employ nine parallel heads\" [{_heads}]."
        );

        answer.Markdown.ShouldContain("“we employ eight parallel attention heads”");
        answer.Markdown.ShouldNotContain("\"");
        answer.FalseQuotes.ShouldBe(1);
    }

    [Fact]
    public void What_no_citation_stands_behind_is_marked()
    {
        var answer = Check(
            $"## Heads\n\nThere are eight [{_heads}].\n\nThe model is also the best one that was ever made by anybody."
        );

        answer.Unsupported.ShouldBe(1);
        answer.Markdown.ShouldEndWith("made by anybody. *(no evidence given)*");
        answer.Markdown.ShouldStartWith("## Heads");
    }

    [Theory]
    [InlineData("[click](https://evil.example/x)", "click")]
    [InlineData("![p](https://evil.example/p.png)", "p")]
    [InlineData("see https://evil.example/a?b now", "see now")]
    [InlineData("<img src=x onerror=alert(1)>hello", "hello")]
    [InlineData("hello <@123456> and @everyone", "hello and")]
    public void Links_and_mentions_go(string text, string left)
    {
        var answer = Check(text);

        answer.Markdown.ShouldBe(left);
        answer.Links.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Words_in_brackets_and_formulas_stay()
    {
        var answer = Check($"The (research) value $[abcdefgh]$ stays (probably) so [{_heads}].");

        answer.Markdown.ShouldStartWith("The (research) value");
        answer.UnknownKeys.ShouldBe(0);
    }

    private CheckedAnswer Check(string text) =>
        _check.Of(text, [_document], _document.Passages.Select(p => p.Key).ToHashSet(), Locale.English);
}
