using PaperBot.Core.Identity;
using PaperBot.Core.Privacy;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Privacy;
using PaperBot.Testing.Texts;

namespace PaperBot.Tests.Handlers.Privacy;

public sealed class PrivacyTests
{
    private static readonly ITexts Texts = new OverlaidTexts(
        HandlerRig.Texts,
        ("privacy.data.things", "Things"),
        ("privacy.recipient.somebody", "Somebody reads the words.")
    );

    private readonly FakeData _data = new() { Records = 3 };

    [Fact]
    public async Task It_says_what_is_kept_for_how_long_and_who_reads_what()
    {
        var handler = new PrivacyHandler(new KeptData([_data], Texts), [new FakeRecipient()], Texts);

        var outcome = await handler.AskAsync("/privacy");

        outcome.Text().ShouldContain("- Things: 3 records, kept for 30 days");
        outcome.Text().ShouldContain("- Somebody reads the words. (`example.org`)");
        outcome.Value.Cards[0].Actions.Single().Line.ShouldBe("/privacy erase");
        handler.Spec.Visibility.ShouldBe(Visibility.Private);
    }

    [Fact]
    public async Task Erasing_asks_first_and_then_deletes()
    {
        var handler = new EraseHandler(new KeptData([_data], Texts), Texts);

        var asked = await handler.AskAsync("/privacy erase");
        _data.Records.ShouldBe(3);
        var action = asked.Value.Cards[0].Actions.Single();
        action.Line.ShouldBe("/privacy erase confirm:true");
        var done = await handler.AskAsync(action.Line!);

        _data.Records.ShouldBe(0);
        done.Text().ShouldContain("Deleted: 3 records.");
    }

    private sealed class FakeData : IPersonalData
    {
        public int Records { get; set; }

        public string Name => "things";

        public TimeSpan Kept => TimeSpan.FromDays(30);

        public Task<int> CountAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult(Records);

        public Task<int> EraseAsync(PersonId person, CancellationToken cancellationToken)
        {
            var gone = Records;
            Records = 0;
            return Task.FromResult(gone);
        }

        public Task<int> ExpireAsync(CancellationToken cancellationToken) => Task.FromResult(0);
    }

    private sealed class FakeRecipient : IDataRecipient
    {
        public string Name => "somebody";

        public string Host => "example.org";
    }
}
