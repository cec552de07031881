using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class FreeTextTests : IAsyncDisposable
{
    private static readonly ConversationId Talk = new("test", "talk");

    private readonly RouterRig _rig = new(
        SampleSpecs.Paper,
        SampleSpecs.Calculate,
        SampleSpecs.Search,
        new CommandSpec("help") { Aliases = ["帮助"] }
    );

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData("1706.03762", "/paper 1706.03762")]
    [InlineData("  https://arxiv.org/abs/1706.03762v5 ", "/paper 1706.03762v5")]
    [InlineData("1706.03762 and hep-th/9901001, please", "/paper 1706.03762 hep-th/9901001")]
    [InlineData("https://doi.org/10.48550/arXiv.1706.03762", "/paper 1706.03762")]
    [InlineData("看看 1706.03762，1706.03762", "/paper 1706.03762")]
    [InlineData("9999.99999999", "/paper 9999.99999999")]
    [InlineData("=1 + \"x\"", "/calc 1 + \"x\"")]
    [InlineData("＝ 2*3", "/calc 2*3")]
    [InlineData("论文 attention", "/paper attention")]
    [InlineData("论文1706.03762", "/paper 1706.03762")]
    [InlineData("论文是怎么写的", "/paper 论文是怎么写的")]
    [InlineData("Hello!", "/help")]
    [InlineData("你好。", "/help")]
    [InlineData("???", "/help")]
    [InlineData("attention is all you need", "/paper \"attention is all you need\"")]
    [InlineData("注意力机制", "/paper 注意力机制")]
    [InlineData("what \"is\" attention?", "/paper \"what \\\"is\\\" attention?\"")]
    [InlineData("2", "/paper 2")]
    public async Task Text_without_a_command_finds_one(string text, string line)
    {
        await _rig.AskAsync(text);

        Asked().ShouldBe(line);
    }

    [Theory]
    [InlineData("2")]
    [InlineData(" ２ ")]
    [InlineData("2.")]
    [InlineData("第2篇")]
    [InlineData("②")]
    [InlineData("#2")]
    public async Task A_number_after_numbered_choices_picks_one(string text)
    {
        await _rig.Conversations.OfferAsync(
            Talk,
            Incomings.Reader,
            ["/paper 1", "/calc 1\n+ 1", "/help"],
            RouterRig.Cancel
        );

        await _rig.AskAsync(text);

        Asked().ShouldBe("/calc 1\n+ 1");
    }

    [Fact]
    public async Task A_number_beyond_the_choices_is_said()
    {
        await _rig.Conversations.OfferAsync(Talk, Incomings.Reader, ["/paper 1", "/paper 2"], RouterRig.Cancel);

        (await _rig.TextAsync("3")).ShouldBe("There is no choice 3; the numbers go from 1 to 2.");
    }

    [Fact]
    public async Task Choices_expire()
    {
        await _rig.Conversations.OfferAsync(Talk, Incomings.Reader, ["/calc 1"], RouterRig.Cancel);
        _rig.Clock.Advance(NumberedChoices.Kept);

        await _rig.AskAsync("1");

        Asked().ShouldBe("/paper 1");
    }

    [Theory]
    [InlineData("/arxiv search ? sort:date", "deep learning", "/arxiv search \"deep learning\" sort:date")]
    [InlineData("/paper ?", "1706.03762", "/paper 1706.03762")]
    [InlineData("/calc digits:3 ?", "1 + \"x\"", "/calc digits:3 1 + \"x\"")]
    public async Task A_question_that_was_asked_takes_the_next_message_of_that_person(
        string asked,
        string text,
        string line
    )
    {
        await _rig.Conversations.AskAsync(Talk, Incomings.Reader, asked, RouterRig.Cancel);

        await _rig.AskAsync(Incomings.Of("something else").By("other"));
        await _rig.AskAsync(text);
        Asked().ShouldBe(line);
        await _rig.AskAsync("hello");
        Asked().ShouldBe("/help");
    }

    [Fact]
    public async Task Looking_at_an_answer_does_not_use_the_question_up()
    {
        await _rig.Conversations.AskAsync(Talk, Incomings.Reader, "/calc ?", RouterRig.Cancel);

        var check = await _rig.Router.CheckAsync(Incomings.Of("1 + 1"), RouterRig.Cancel);
        await _rig.AskAsync("1 + 1");

        check.Value.Name.ShouldBe("calc");
        Asked().ShouldBe("/calc 1 + 1");
    }

    [Fact]
    public async Task A_command_goes_before_a_question_that_was_asked()
    {
        await _rig.Conversations.AskAsync(Talk, Incomings.Reader, "/paper ?", RouterRig.Cancel);

        await _rig.AskAsync("/calc 1");

        Asked().ShouldBe("/calc 1");
    }

    [Fact]
    public async Task Without_papers_and_calculator_text_leads_to_help()
    {
        await using var rig = new RouterRig(new CommandSpec("help"));

        foreach (var text in (string[])["1706.03762", "=1+1", "attention"])
            await rig.AskAsync(text);

        rig["help"].Requests.Count.ShouldBe(3);
    }

    private string Asked() =>
        _rig.Router.Specs.SelectMany(spec => _rig[spec.Name].Requests).OrderBy(Number).Last().Line;

    private static int Number(CommandRequest request) =>
        int.Parse(request.Id.Value.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
}
