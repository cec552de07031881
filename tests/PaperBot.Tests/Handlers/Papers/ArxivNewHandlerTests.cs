using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Papers;

public sealed class ArxivNewHandlerTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 6, 15);
    private readonly PaperBench _bench = new();
    private readonly List<(CategorySelection Categories, DateOnly? Day)> _asked = [];

    [Fact]
    public async Task New_cross_listed_and_replaced_stand_apart_and_the_first_line_says_it_all()
    {
        Announce(
            (SomePapers.Of("2606.00003", "Third", "Ann One", "Bob Two", "Cy Three"), AnnounceType.Replace),
            (SomePapers.Of("2606.00001", "First"), AnnounceType.New),
            (SomePapers.Of("2606.00002", "Second"), AnnounceType.Cross)
        );

        var card = (await _bench.ReplyAsync("arxiv new", ("categories", "cs.CL+cs.LG-cs.CY"))).Cards[0];

        card.Markdown.ShouldBe(
            """
            **arXiv, 2026-06-15, cs.CL+cs.LG-cs.CY:** 1 new, 1 cross-listed, 1 replaced.

            **New**

            1. [First](<https://arxiv.org/abs/2606.00001>)  
               Ada Author · 2020 · cs.CL · `2606.00001`

            **Cross-listed**

            2. [Second](<https://arxiv.org/abs/2606.00002>)  
               Ada Author · 2020 · cs.CL · `2606.00002`

            **Replaced**

            3. [Third](<https://arxiv.org/abs/2606.00003>)  
               Ann One et al. · 2020 · cs.CL · `2606.00003`
            """
        );
        (
            await _bench.Conversations.OfferedAsync(PaperBench.Conversation, TestContext.Current.CancellationToken)
        ).ShouldBe(["/paper 2606.00001", "/paper 2606.00002", "/paper 2606.00003"]);
    }

    [Fact]
    public async Task Wanted_words_are_bold_and_unwanted_papers_are_counted()
    {
        Announce(
            (SomePapers.Of("2606.00001", "Planning agents"), AnnounceType.New),
            (SomePapers.Of("2606.00002", "Other") with { Abstract = "All about agents." }, AnnounceType.New),
            (SomePapers.Of("2606.00003", "A survey of agents"), AnnounceType.New),
            (SomePapers.Of("2606.00004", "Nothing of it"), AnnounceType.New)
        );

        var card = (
            await _bench.ReplyAsync(
                "arxiv new",
                ("categories", "cs.AI"),
                ("include", Words("agent")),
                ("exclude", Words("survey"))
            )
        ).Cards[0];

        card.Markdown.ShouldStartWith(
            "**arXiv, 2026-06-15, cs.AI:** 4 new. 2 fit your words, 2 left out.\n\n**New**\n\n1. [Planning **agents**](<"
        );
        card.Markdown.ShouldEndWith("All about **agents**.");
    }

    [Fact]
    public async Task Pages_turn_in_place_and_keep_day_and_words()
    {
        Announce([
            .. Enumerable.Range(1, 25).Select(i => (SomePapers.Of($"2606.{i:00000}", $"Agents {i}"), AnnounceType.New)),
        ]);

        var card = (
            await _bench.ReplyAsync(
                "arxiv new",
                ("categories", "cs.AI"),
                ("include", Words("agents", "two words")),
                ("page", 2L)
            )
        ).Cards[0];

        card.Markdown.ShouldContain("1. [**Agents** 11]");
        card.Actions.Select(action => (action.Label, action.Line, action.Effect))
            .ShouldBe([
                (
                    "Next (3/3)",
                    "/arxiv new cs.AI date:2026-06-15 include:agents include:\"two words\" page:3",
                    ActionEffect.ReplaceInPlace
                ),
                (
                    "Back (1/3)",
                    "/arxiv new cs.AI date:2026-06-15 include:agents include:\"two words\" page:1",
                    ActionEffect.ReplaceInPlace
                ),
            ]);
        (await _bench.ErrorAsync("arxiv new", ("categories", "cs.AI"), ("page", 4L))).Sentence.ShouldBe(
            "There is no page 4; the list has 3 pages."
        );
    }

    [Theory]
    [InlineData(QuietReason.Weekend, "No announcement on 2026-06-15: arXiv announces nothing on Friday")]
    [InlineData(QuietReason.Holiday, "No announcement on 2026-06-15: it is an arXiv holiday.")]
    [InlineData(QuietReason.NotYet, "The announcement of 2026-06-15 is not out yet.")]
    [InlineData(QuietReason.NothingHere, "arXiv announced nothing in cs.AI on 2026-06-15.")]
    public async Task A_quiet_day_is_one_line_with_the_reason_and_the_next_time(QuietReason reason, string start)
    {
        var due = new DateTimeOffset(2026, 6, 16, 0, 0, 0, TimeSpan.Zero);
        _bench.Source.Announce = (_, _) => new Announcement(Day, [], due) { Quiet = reason, NextDue = due };

        var text = (await _bench.ReplyAsync("arxiv new", ("categories", "cs.AI"))).Cards[0].Markdown;
        _bench.Locale = Locale.Chinese;
        var chinese = (await _bench.ReplyAsync("arxiv new", ("categories", "cs.AI"))).Cards[0].Markdown;

        text.ShouldStartWith(start);
        text.ShouldEndWith($" The next one is due {TimeToken.Of(due)}.");
        text.ShouldNotContain("\n");
        chinese.ShouldEndWith($"。下一次预计在 {TimeToken.Of(due)}。");
    }

    [Fact]
    public async Task Mine_goes_before_the_places_and_both_before_the_question()
    {
        Announce((SomePapers.Of("2606.00001", "First"), AnnounceType.New));

        var ask = (await _bench.ReplyAsync("arxiv new")).Cards[0];
        await SetAsync(PreferenceOwner.Of(PlaceId.Parse("web:page")), "math.NT");
        await _bench.ReplyAsync("arxiv new");
        await SetAsync(PreferenceOwner.Of(PersonId.Parse("web:ada")), "cs.CL-cs.CY");
        await _bench.ReplyAsync("arxiv new", ("date", "昨天"));

        ask.Markdown.ShouldStartWith("Which categories?");
        ask.Actions[0].Line.ShouldBe("/me categories:?");
        _asked
            .Select(asked => (asked.Categories.ToString(), asked.Day))
            .ShouldBe([("math.NT", null), ("cs.CL-cs.CY", Day)]);
    }

    [Theory]
    [InlineData("cs.AI 2026-06-17", "2026-06-17 is still to come; ask for today or a day before.")]
    [InlineData(
        "cs.AI 1990-01-01",
        "arXiv began on 1991-08-14, so there is nothing of 1990-01-01; ask for a later day."
    )]
    public async Task Days_out_of_range_are_refused_without_asking_arxiv(string words, string expected)
    {
        var (error, sentence) = await _bench.ErrorAsync("arxiv new", ("categories", words));

        error.Kind.ShouldBe(ErrorKind.UserInput);
        sentence.ShouldBe(expected);
    }

    [Fact]
    public async Task An_unknown_category_and_an_unreadable_day_are_one_sentence_each()
    {
        (await _bench.ErrorAsync("arxiv new", ("categories", "cs.XX"))).Error.Kind.ShouldBe(ErrorKind.UserInput);
        (await _bench.ErrorAsync("arxiv new", ("categories", "cs.AI"), ("date", "soon"))).Sentence.ShouldBe(
            "`soon` is not a day that I can read; write it like 2026-06-15 or yesterday."
        );
    }

    [Fact]
    public async Task A_list_from_the_store_says_so()
    {
        var at = _bench.Clock.GetUtcNow().AddHours(-5);
        _bench.Source.Announce = (_, _) =>
            new Announcement(Day, [new(SomePapers.Of("2606.00001", "First"), AnnounceType.New)], at)
            {
                Outdated = true,
            };

        (await _bench.ReplyAsync("arxiv new", ("categories", "cs.AI")))
            .Cards[0]
            .Markdown.ShouldContain($"\n\narXiv does not answer right now; this list is as of {TimeToken.Of(at)}.");
    }

    public void Dispose() => _bench.Dispose();

    private void Announce(params (Paper Paper, AnnounceType Type)[] papers) =>
        _bench.Source.Announce = (categories, day) =>
        {
            _asked.Add((categories, day));
            return new Announcement(
                Day,
                [.. papers.Select(p => new AnnouncedPaper(p.Paper, p.Type))],
                _bench.Clock.GetUtcNow()
            );
        };

    private Task SetAsync(PreferenceOwner owner, string categories) =>
        _bench.Preferences.WriteAsync(
            owner,
            PreferenceName.Categories,
            categories,
            TestContext.Current.CancellationToken
        );

    private static string[] Words(params string[] words) => words;
}
