using PaperBot.Core.Documents;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Questions.Evidence;
using PaperBot.Testing.Llm;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Queues;
using PaperBot.Tests.Handlers;

namespace PaperBot.Tests.Upstreams.Llm;

/// <summary>
/// Against a model server that others wrote: what it sends is read right, and its journal proves what was sent to it.
/// </summary>
public sealed class AimockTests(Aimock aimock) : IClassFixture<Aimock>
{
    private const string Gate = "The gate of the device is four millimetres wide";

    private static readonly PaperDocument Document = Paper();

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Anthropic")]
    public async Task An_answer_is_streamed_and_its_key_becomes_a_citation(string provider)
    {
        await using var rig = await StartAsync(provider);
        var progress = new SeenProgress();

        var answer = (await rig.AskAsync(Call(rig, "plain"), progress)).Value;

        answer.End.ShouldBe(AnswerEnd.Complete);
        answer.Usage.InputTokens.ShouldBeGreaterThan(0);
        progress.Partials.Count().ShouldBeGreaterThan(2);
        Checked(answer).Markdown.ShouldBe($"{Gate} &#91;§2, p. 3&#93;.");
    }

    [Fact]
    public async Task Chinese_and_formulas_arrive_whole()
    {
        await using var rig = await StartAsync();
        var progress = new SeenProgress();

        var answer = (await rig.AskAsync(Call(rig, "chinese"), progress)).Value;

        answer.Text.ShouldStartWith("该装置的闸门宽四毫米，公式为 $w = 4$ [");
        progress.Partials.Last().ShouldBe(answer.Text);
    }

    [Fact]
    public async Task Retry_after_is_obeyed()
    {
        await using var rig = await StartAsync();
        var began = rig.Clock.GetUtcNow();

        var answer = (await rig.AskAsync(Call(rig, "throttled"))).Value;

        answer.IsComplete.ShouldBeTrue();
        (rig.Clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
        (await aimock.JournalAsync("manner:throttled")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Anthropic")]
    public async Task A_cut_stream_is_told_of(string provider)
    {
        await using var rig = await StartAsync(provider);

        var answer = (await rig.AskAsync(Call(rig, "cut " + provider))).Value;

        answer.End.ShouldBe(AnswerEnd.Cut);
        answer.Text.ShouldStartWith("The gate of");
        answer.Usage.IsEstimated.ShouldBeTrue();
        (await aimock.JournalAsync("manner:cut " + provider)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_longest_answer_is_told_of()
    {
        await using var rig = await StartAsync();

        (await rig.AskAsync(Call(rig, "length"))).Value.End.ShouldBe(AnswerEnd.Length);
    }

    [Fact]
    public async Task Too_long_a_prompt_is_an_end_of_its_own()
    {
        await using var rig = await StartAsync();

        var outcome = await rig.AskAsync(Call(rig, "overflow"));

        ModelErrors.IsTooLong(outcome.Error).ShouldBeTrue();
        (await aimock.JournalAsync("manner:overflow")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("malformed")]
    [InlineData("disconnects")]
    [InlineData("down")]
    public async Task What_cannot_be_read_is_asked_for_three_times_and_then_said_to_be_down(string manner)
    {
        await using var rig = await StartAsync();

        var outcome = await rig.AskAsync(Call(rig, manner));

        outcome.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
        outcome.Error.Message.Key.ShouldStartWith("error.upstream.");
        if (manner != "disconnects")
            (await aimock.JournalAsync("manner:" + manner)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Invented_keys_places_and_quotes_are_removed_and_counted()
    {
        await using var rig = await StartAsync();

        var found = Checked((await rig.AskAsync(Call(rig, "invents"))).Value);

        found.Markdown.ShouldStartWith($"{Gate} &#91;§2, p. 3&#93;.");
        found.Markdown.ShouldNotContain("zzzzzz22");
        found.Markdown.ShouldNotContain("99");
        found.Markdown.ShouldNotContain("“");
        found.UnknownKeys.ShouldBe(2);
        found.FalseQuotes.ShouldBe(1);
        found.Unsupported.ShouldBe(1);
        found.Cited.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Instructions_that_come_back_are_no_part_of_the_answer()
    {
        await using var rig = await StartAsync();
        var progress = new SeenProgress();

        var answer = (await rig.AskAsync(Call(rig, "repeats"), progress)).Value;

        Checked(answer).Markdown.ShouldBe($"{Gate} &#91;§2, p. 3&#93;.");
        progress.Partials.Last().ShouldNotContain("square brackets");
    }

    [Fact]
    public async Task An_instruction_that_was_obeyed_has_no_effect()
    {
        await using var rig = await StartAsync();

        var found = Checked((await rig.AskAsync(Call(rig, "obeys"))).Value);

        found.Markdown.ShouldNotContain("evil.example");
        found.Markdown.ShouldNotContain("@everyone");
        found.Markdown.ShouldNotContain("<@");
        found.Links.ShouldBeGreaterThanOrEqualTo(4);
        found.Markdown.ShouldContain($"{Gate} &#91;§2, p. 3&#93;.");
    }

    [Fact]
    public async Task The_journal_shows_what_was_sent_and_nothing_else()
    {
        await using var rig = await StartAsync();
        await rig.AskAsync(Call(rig, "plain ada's own words"), person: "web:ada-the-asker");
        await rig.AskAsync(Call(rig, "plain bob's own words"), person: "web:bob-the-asker");

        var bodies = await aimock.JournalAsync("bob's own words");

        var (body, headers) = bodies.ShouldHaveSingleItem();
        body.ShouldNotContain("ada");
        body.ShouldNotContain("asker");
        body.ShouldNotContain("sk-secret");
        headers.ShouldNotContain("asker");
        headers.ShouldNotContain("cookie");
        // aimock itself blackens the one header in which the key may be.
        headers.ShouldNotContain("sk-secret");
    }

    private static ModelCall Call(LlmRig rig, string manner)
    {
        var passage = Document.Passages[0];
        var prompt = rig.Get<IPrompts>()
            .Fill(
                PromptNames.Ask,
                Locale.English,
                new Dictionary<string, object>
                {
                    [PromptVariables.Question] = "manner:" + manner,
                    [PromptVariables.Papers] = new[]
                    {
                        new Dictionary<string, object> { ["name"] = "2601.00001v1", ["title"] = Document.Title },
                    },
                    [PromptVariables.Passages] = new[]
                    {
                        new Dictionary<string, object>
                        {
                            [PromptVariables.Key] = passage.Key,
                            [PromptVariables.Place] = Citation.Place(Document, passage),
                            [PromptVariables.Text] = passage.Text,
                        },
                    },
                }
            );
        return new("ask " + manner, prompt);
    }

    private static CheckedAnswer Checked(ModelAnswer answer) =>
        new AnswerCheck(new FakePaperLinks(), HandlerRig.Texts).Of(
            answer.Text,
            [Document],
            Document.Passages.Select(passage => passage.Key).ToHashSet(),
            Locale.English
        );

    private Task<LlmRig> StartAsync(string provider = "OpenAI") =>
        LlmRig.StartAsync(
            ("Llm:Provider", provider),
            ("Llm:Endpoint", new Uri(aimock.Address, provider == "Anthropic" ? "" : "v1").AbsoluteUri)
        );

    private static PaperDocument Paper()
    {
        var builder = new DocumentBuilder();
        builder.Add(new DocumentSection("2", "Device", 1));
        builder.Add(new DocumentPart(PassageKind.Body, $"{Gate} in all our runs.") { Pages = [(0, 3)] });
        return builder.Build(DocumentId.Of(ArxivId.Parse("2601.00001v1")), DocumentOrigin.Sample, "A Device", default)!;
    }
}
