using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Tests.Handlers.Questions;

/// <summary>Files of people's own: for them alone, and sent to a model only after they agreed.</summary>
public sealed class UploadHandlerTests : IDisposable
{
    private const string Text = "The secret device needs exactly forty two volts to begin its work.";
    private readonly QuestionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task It_is_read_and_the_conversation_goes_on_about_it()
    {
        var reply = await UploadAsync("web:ada", null);

        reply.Cards[0].Markdown.ShouldContain("for you alone");
        reply.Cards[0].Actions[0].Line!.ShouldStartWith("/ask paper:\"upload:");
        _bench.Model.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_anything_is_sent_the_person_is_asked_once()
    {
        var consent = await UploadAsync("web:ada", "How many volts does the device need?");
        consent.Cards[0].Markdown.ShouldContain("`model.example`");
        _bench.Model.Sent.ShouldBeEmpty();

        var without = await _bench.ReplyAsync(consent.Cards[0].Actions[1].Line!);
        without.Cards[0].Markdown.ShouldContain("forty two volts");
        without.Cards[0].Markdown.ShouldContain("was not sent");
        _bench.Model.Sent.ShouldBeEmpty();

        var answer = await _bench.ReplyAsync(consent.Cards[0].Actions[0].Line!);
        answer.Cards[0].Markdown.ShouldContain("AI-generated");
        answer.Visibility.ShouldBe(Visibility.Private);
        (await UploadAsync("web:ada", "Which volts?")).Cards[0].Markdown.ShouldContain("AI-generated");
        _bench.Model.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_of_it_is_shared_or_kept_for_others()
    {
        var consent = await UploadAsync("web:ada", "How many volts does the device need?");
        await _bench.ReplyAsync(consent.Cards[0].Actions[0].Line!);

        _bench.Model.Sent[0].Owner.ShouldBe(PersonId.Parse("web:ada"));
        _bench.Model.Sent[0].Keeper.ShouldBeNull();
        var other = await _bench.RunAsync(consent.Cards[0].Actions[0].Line!, person: "web:bob");
        other.Error.Kind.ShouldBe(ErrorKind.NotFound);
        _bench.Model.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Off", "web:ada", true, "error.upload.off")]
    [InlineData("Members", "chat:1", true, "error.upload.members")]
    [InlineData("Members", "chat:1", false, null)]
    [InlineData("Members", "web:ada", true, null)]
    [InlineData("Everyone", "chat:1", true, null)]
    public async Task The_owner_chooses_for_whom(string allow, string person, bool isDirect, string? error)
    {
        using var bench = new QuestionBench(settings: [("Uploads:Allow", allow)]);

        var outcome = await RunAsync(bench, person, null, isDirect ? QuestionBench.Direct : QuestionBench.Channel);

        (outcome.IsOk ? null : outcome.Error.Message.Key).ShouldBe(error);
    }

    private async Task<Reply> UploadAsync(string person, string? question) =>
        (await RunAsync(_bench, person, question, QuestionBench.Direct)).Value;

    private static Task<Outcome<Reply>> RunAsync(QuestionBench bench, string person, string? question, Place place)
    {
        bench.Documents.Upload = Text;
        var handler = bench.Get<IEnumerable<ICommandHandler>>().Single(one => one.Spec.Name == "upload");
        var values = new Dictionary<string, object>
        {
            ["file"] = new IncomingFile(
                "a.pdf",
                "application/pdf",
                3,
                _ => Task.FromResult<Stream>(new MemoryStream())
            ),
        };
        if (question is not null)
            values["question"] = question;
        var id = PersonId.Parse(person);
        return handler.HandleAsync(
            new CommandRequest
            {
                Id = RequestId.Of("web", "1"),
                Spec = handler.Spec,
                Arguments = new Arguments(values),
                Line = "/upload",
                Person = new Person(id),
                Place = place,
                Conversation = QuestionBench.Conversation,
            },
            TestContext.Current.CancellationToken
        );
    }
}
