using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Preferences;
using PaperBot.Core.Privacy;
using PaperBot.Core.Readers;
using PaperBot.Core.Requests;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Privacy;
using PaperBot.Storage.Uses;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Storage;

/// <summary>What is kept of persons: counted, erased, and gone when it is old.</summary>
public abstract class PersonalDataTests
{
    private static readonly PersonId Ada = PersonId.Parse("web:ada");
    private static readonly PersonId Bob = PersonId.Parse("web:bob");
    private static readonly string[] WithPerson = ["requests", "preferences", "conversations", "web-messages"];

    private readonly ManualTimeProvider _clock = new();

    protected abstract StorageHome Home { get; }

    protected abstract string ColumnsNamedPerson { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_with_a_person_has_an_age_limit()
    {
        var database = (await Home.StartAsync(_clock)).GetRequiredService<Database>();

        var tables = await database.ReadAsync(session => session.ListAsync<string>(ColumnsNamedPerson), Token);

        tables.Order().ShouldBe(PersonalTables.All.Where(table => table.HasPerson).Select(t => t.Table).Order());
    }

    [Fact]
    public async Task One_persons_data_is_counted_and_erased()
    {
        var process = await Home.StartAsync(_clock);
        await FillAsync(process, Ada);
        await FillAsync(process, Bob);

        foreach (var kind in Kinds(process))
        {
            var expected = WithPerson.Contains(kind.Name) ? 1 : 0;
            (await kind.CountAsync(Ada, Token)).ShouldBe(expected, kind.Name);
            (await kind.EraseAsync(Ada, Token)).ShouldBe(expected, kind.Name);
            (await kind.CountAsync(Ada, Token)).ShouldBe(0, kind.Name);
            (await kind.CountAsync(Bob, Token)).ShouldBe(expected, kind.Name);
            (await kind.EraseAsync(Ada, Token)).ShouldBe(0, kind.Name);
        }
    }

    [Fact]
    public async Task What_is_older_than_the_configuration_allows_goes()
    {
        await Home.StartAsync(_clock);
        var process = Home.Open(("Storage:Keep:Requests", "2.00:00:00"), ("Storage:Keep:WebMessages", "3.00:00:00"));
        await FillAsync(process, Ada);
        var kinds = Kinds(process).ToDictionary(kind => kind.Name);
        kinds["requests"].Kept.ShouldBe(TimeSpan.FromDays(2));

        _clock.Advance(TimeSpan.FromDays(2));
        (await kinds["requests"].ExpireAsync(Token)).ShouldBe(0);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await kinds["requests"].ExpireAsync(Token)).ShouldBe(1);
        (await kinds["web-messages"].ExpireAsync(Token)).ShouldBe(0);
        _clock.Advance(TimeSpan.FromDays(1));
        (await kinds["web-messages"].ExpireAsync(Token)).ShouldBe(1);
        (await kinds["conversations"].ExpireAsync(Token)).ShouldBe(0);
        _clock.Advance(TimeSpan.FromDays(28));
        (await kinds["conversations"].ExpireAsync(Token)).ShouldBe(1);
        (await kinds["preferences"].CountAsync(Ada, Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Votes_and_openings_are_forgotten_after_ninety_days_and_a_reading_list_is_not()
    {
        var process = await Home.StartAsync(_clock);
        var (uses, saved) = (
            process.GetRequiredService<IPaperUseStore>(),
            process.GetRequiredService<ISavedPaperStore>()
        );
        var (place, paper) = (PlaceId.Parse("web:here"), ArxivId.Parse("2606.00001"));
        foreach (var kind in Enum.GetValues<PaperUseKind>())
            await uses.NoteAsync(new(place, paper, Bob, kind), Token);
        await uses.NoteAsync(new(place, paper, Ada, PaperUseKind.Up), Token);
        await saved.SaveAsync(Ada, [paper], Token);
        _clock.Advance(TimeSpan.FromDays(45));
        await uses.NoteAsync(new(place, paper, Ada, PaperUseKind.Faq), Token);

        _clock.Advance(TimeSpan.FromDays(45));
        await ExpireAsync();
        (await uses.CountAsync(place, [paper], Token))[paper].Of(PaperUseKind.Up).ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await ExpireAsync();

        // What was opened later stays, each for itself.
        var counts = (await uses.CountAsync(place, [paper], Token))[paper];
        (counts.Of(PaperUseKind.Up), counts.Of(PaperUseKind.Pdf), counts.Of(PaperUseKind.Faq)).ShouldBe((0, 0, 1));
        _clock.Advance(TimeSpan.FromDays(45));
        await ExpireAsync();
        (await uses.CountAsync(place, [paper], Token)).ShouldBeEmpty();
        (await saved.ListAsync(Ada, Token)).ShouldBe([paper]);

        async Task ExpireAsync()
        {
            foreach (var kind in Kinds(process))
                await kind.ExpireAsync(Token);
        }
    }

    [Fact]
    public async Task A_value_of_a_conversation_goes_at_its_own_time()
    {
        var process = await Home.StartAsync(_clock);
        await process
            .GetRequiredService<IConversationStore>()
            .WriteAsync(ConversationId.Parse("web:1"), "x", "1", Ada, TimeSpan.FromHours(1), Token);
        _clock.Advance(TimeSpan.FromHours(1));

        var kind = Kinds(process).Single(kind => kind.Name == "conversations");

        (await kind.ExpireAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Preferences_and_short_lines_live_as_long_as_they_are_used()
    {
        var process = await Home.StartAsync(_clock);
        await FillAsync(process, Ada);
        var lines = process.GetRequiredService<IShortLineStore>();
        var key = await lines.ShortenAsync("/paper 1", Token);
        for (var month = 0; month < 30; month++)
        {
            _clock.Advance(TimeSpan.FromDays(30));
            await process.GetRequiredService<IPreferenceStore>().ReadAsync(PreferenceOwner.Of(Ada), Token);
            await lines.ExpandAsync(key, Token);
            await process.GetRequiredService<UseLog>().FlushAsync(Token);
            foreach (var kind in Kinds(process))
                await kind.ExpireAsync(Token);
        }

        (await process.GetRequiredService<IPreferenceStore>().ReadAsync(PreferenceOwner.Of(Ada), Token)).Count.ShouldBe(
            1
        );
        (await lines.ExpandAsync(key, Token)).ShouldBe("/paper 1");
        _clock.Advance(TimeSpan.FromDays(731));
        foreach (var kind in Kinds(process))
            await kind.ExpireAsync(Token);
        (
            await process.GetRequiredService<IPreferenceStore>().ReadAsync(PreferenceOwner.Of(Ada), Token)
        ).ShouldBeEmpty();
        (await lines.ExpandAsync(key, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task An_answered_request_does_not_say_what_was_asked()
    {
        var process = await Home.StartAsync(_clock);
        await FillAsync(process, Ada);
        await process.GetRequiredService<IAcceptedRequestStore>().CompleteAsync(RequestId.Of("web", "ada"), Token);

        var line = await process
            .GetRequiredService<Database>()
            .ReadAsync(session => session.FirstAsync<string>("SELECT line FROM accepted_requests"), Token);

        line.ShouldBeEmpty();
    }

    private static List<IPersonalData> Kinds(IServiceProvider process) => [.. process.GetServices<IPersonalData>()];

    private async Task FillAsync(IServiceProvider process, PersonId person)
    {
        var talk = new ConversationId("web", person.Key);
        await process
            .GetRequiredService<IAcceptedRequestStore>()
            .TryAcceptAsync(
                new AcceptedRequest(
                    RequestId.Of("web", person.Key),
                    "/paper 1",
                    new(person),
                    new(PlaceId.Parse("web:page")),
                    talk,
                    null,
                    false,
                    "page",
                    _clock.GetUtcNow()
                ),
                "here",
                TimeSpan.FromMinutes(1),
                Token
            );
        await process
            .GetRequiredService<IPreferenceStore>()
            .WriteAsync(PreferenceOwner.Of(person), PreferenceName.Zone, "UTC", Token);
        await process
            .GetRequiredService<IConversationStore>()
            .WriteAsync(talk, "choices", "[]", person, TimeSpan.FromDays(300), Token);
        await process
            .GetRequiredService<ITranscriptStore>()
            .AppendAsync(new(talk, "1", "question", "{}", person, _clock.GetUtcNow()), Token);
    }
}
