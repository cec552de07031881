using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>Subscriptions, votes and reading lists through the router.</summary>
public sealed class DigestCommandTests : IAsyncLifetime
{
    private readonly DigestBench _bench = new();

    [Fact]
    public async Task What_an_edit_does_not_name_stays()
    {
        await _bench.SayAsync("/digest add cs.CL at:8:30 zone:Berlin include:agent limit:3");

        var text = await _bench.TextAsync("/digest edit at:9:15 style:cards days:weekdays exclude:survey,old");

        text.ShouldContain("**cs.CL** at 09:15 (Europe/Berlin)");
        text.ShouldContain("with agent");
        text.ShouldContain("without survey");
        text.ShouldContain("on weekdays");
        text.ShouldContain("sentences for 3");
        text.ShouldContain("as cards");
        (await _bench.TextAsync("/digest edit include:none")).ShouldNotContain("with agent");
        (await _bench.TextAsync("/digest edit categories:math.PR+math.ST")).ShouldContain("**math.PR+math.ST**");
        (await _bench.TextAsync("/digest edit at:25:00")).ShouldContain("not a time of day");
    }

    [Fact]
    public async Task A_zone_that_nobody_chose_is_asked_for_and_not_assumed()
    {
        var asked = await _bench.SayAsync("/digest add cs.CL at:8:30", knowsZone: false);
        var line = asked.Cards[0].Actions[0].Line!;
        var added = await _bench.SayAsync(line, knowsZone: false);
        var named = await _bench.SayAsync("/日报 订阅 cs.LG 每天9点 北京时间", knowsZone: false);

        asked.Cards[0].Markdown.ShouldContain("In which time zone?");
        line.ShouldEndWith(" zone:Asia/Shanghai");
        asked.Cards[0].Actions[^1].Line!.ShouldEndWith(" zone:?");
        added.Cards[0].Markdown.ShouldContain("at 08:30 (Asia/Shanghai)");
        named.Cards[0].Markdown.ShouldContain("Asia/Shanghai");
        // The next time is told by the subscription's clocks: nobody knows the reader's.
        named.Cards[0].Markdown.ShouldContain("@Asia/Shanghai>");
    }

    [Fact]
    public async Task An_edit_of_something_else_takes_away_neither_todays_digest_nor_its_late_papers()
    {
        var isOut = false;
        var answer = _bench.Source.Announce;
        _bench.Source.Announce = (selection, day) =>
            isOut || day != DigestBench.Tuesday
                ? answer(selection, day)
                : new Announcement(day!.Value, [], _bench.Clock.GetUtcNow()) { Quiet = QuietReason.NotYet };
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        await _bench.PassAsync(TimeSpan.FromHours(3.75));

        await _bench.SayAsync("/digest edit limit:3");
        isOut = true;
        await _bench.PassAsync(TimeSpan.FromMinutes(20));
        _bench.Posts.ShouldHaveSingleItem().Cards[0].Markdown.ShouldContain("2606.00001");
        await _bench.SayAsync("/digest edit limit:4");
        await _bench.AnnounceAsync("2606.00002", "Two");
        await _bench.PassAsync(TimeSpan.FromHours(12));

        _bench.Posts[1].Cards[0].Markdown.ShouldContain("2606.00002");
        // The time itself is another matter: a digest of today was there already.
        await _bench.SayAsync("/digest edit at:23:00");
        await _bench.PassAsync(TimeSpan.FromHours(4));
        _bench.Posts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_does_not_manage_the_place_cannot_edit_it()
    {
        await _bench.SayAsync("/digest add cs.CL");

        var reply = await _bench.SayAsync("/digest edit at:9:15", manages: false);

        reply.Cards[0].Markdown.ShouldNotContain("Changed");
    }

    [Fact]
    public async Task A_change_of_wishes_does_not_bring_what_was_announced_before_it()
    {
        await _bench.AnnounceAsync("2606.00001", "Agents");
        await _bench.AnnounceAsync("2606.00002", "Others");
        await _bench.SayAsync("/digest add cs.CL at:8:30 include:agent");
        await _bench.PassAsync(TimeSpan.FromHours(4));
        _bench.Posts.ShouldHaveSingleItem();

        await _bench.SayAsync("/digest edit include:none");
        await _bench.PassAsync(TimeSpan.FromHours(20));

        _bench.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_role_is_only_for_channels()
    {
        (await _bench.TextAsync("/digest add cs.CL role:<@&123456789012345678>")).ShouldContain("in a channel only");
    }

    [Fact]
    public async Task The_papers_of_a_digest_come_one_by_one_with_counts_on_their_buttons()
    {
        for (var i = 1; i <= 7; i++)
            await _bench.AnnounceAsync($"2606.0000{i}", $"Paper {i}");
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        await _bench.PassAsync(TimeSpan.FromHours(4));
        await _bench.SayAsync("/paper 2606.00001", "bob");
        await _bench.SayAsync("/vote 2606.00001 up", "bob");
        await _bench.SayAsync("/vote 2606.00001 down", "cid");
        var line = _bench.Posts[0].Cards[0].Actions.Single(action => action.Label == "One by one").Line!;

        var shown = await _bench.SayAsync(line);

        shown.Visibility.ShouldBe(Visibility.Private);
        shown.Cards.Count.ShouldBe(6);
        shown.Cards[0].Markdown.ShouldContain("7 papers · page 1 of 2");
        shown.Cards[1].Title.ShouldBe("Paper 1");
        shown
            .Cards[1]
            .Actions.Select(action => action.Label)
            .ShouldBe(["Details 1", "FAQ", "Ask", "Cite", "Save", "👍 1", "👎"]);
        var second = await _bench.SayAsync(shown.Cards[0].Actions[0].Line!);
        second.Cards.Skip(1).Select(card => card.Title).ShouldBe(["Paper 6", "Paper 7"]);
        (await _bench.TextAsync("/digest show day:2026-06-10")).ShouldContain("no digest with papers on that day");
    }

    [Fact]
    public async Task Where_the_bot_has_an_address_the_pdf_leads_over_it_and_is_counted()
    {
        var gate = Substitute.For<IPaperGates>();
        gate.PdfAsync(default, default, DigestBench.Token).ReturnsForAnyArgs(new Uri("https://papers.example/go/x"));
        await using var bench = new DigestBench(ServiceDescriptor.Singleton(gate));
        await bench.AnnounceAsync("2606.00001", "One");
        var place = PlaceId.Parse("web:page");
        foreach (var reader in (string[])["link:a", "link:b"])
            await bench
                .Get<IPaperUseStore>()
                .NoteAsync(
                    new(place, ArxivId.Parse("2606.00001"), PersonId.Parse(reader), PaperUseKind.Pdf),
                    DigestBench.Token
                );

        var card = (await bench.SayAsync("/paper 2606.00001")).Cards[0];

        var pdf = card.Actions.Single(action => action.Link?.Host == "papers.example");
        pdf.Label.ShouldBe("PDF 2");
        (await bench.TextAsync("/digest top")).ShouldContain("3 looks");
    }

    [Fact]
    public async Task The_weeks_best_are_ranked_by_votes_and_looks_without_what_was_voted_down()
    {
        foreach (var id in (string[])["2606.00001", "2606.00002", "2606.00003"])
            await _bench.AnnounceAsync(id, "Title of " + id);
        await _bench.SayAsync("/paper 2606.00001");
        await _bench.SayAsync("/vote 2606.00002");
        await _bench.SayAsync("/vote 2606.00003 down");

        var top = await _bench.TextAsync("/digest top");

        top.IndexOf("2606.00002", StringComparison.Ordinal)
            .ShouldBeLessThan(top.IndexOf("2606.00001", StringComparison.Ordinal));
        top.ShouldContain("👍 1");
        top.ShouldContain("1 look");
        top.ShouldNotContain("2606.00003");
        _bench.Clock.Advance(TimeSpan.FromDays(8));
        (await _bench.TextAsync("/digest top")).ShouldContain("Nobody here has voted");
        (await _bench.TextAsync("/日报 排行 月")).ShouldContain("2606.00002");
    }

    [Theory]
    [InlineData("bibtex", "reading-list.bib", "@")]
    [InlineData("ris", "reading-list.ris", "TY  - ")]
    [InlineData("markdown", "reading-list.md", "1. [")]
    public async Task A_reading_list_goes_from_phone_to_desk(string format, string name, string start)
    {
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.AnnounceAsync("2606.00002", "Two");
        (await _bench.TextAsync("/收藏 2606.00001 2606.00002")).ShouldContain("2");
        (await _bench.TextAsync("/saved")).ShouldContain("Two");
        (await _bench.TextAsync("/saved", "bob")).ShouldContain("empty");

        var file = (await _bench.SayAsync("/saved export " + format)).Cards[0].Attachments.ShouldHaveSingleItem();

        file.Name.ShouldBe(name);
        var text = System.Text.Encoding.UTF8.GetString(file.Content.Span);
        text.ShouldStartWith(start);
        text.ShouldContain("2606.00001");
        text.ShouldContain("2606.00002");
        (await _bench.TextAsync("/saved remove 2606.00001")).ShouldContain("1 paper removed");
        (await _bench.TextAsync("/saved")).ShouldNotContain("2606.00001");
    }

    [Fact]
    public async Task A_preview_is_for_the_asker_and_counts_as_nothing()
    {
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.SayAsync("/digest add cs.CL at:8:30");

        var preview = await _bench.SayAsync("/digest preview");

        preview.Visibility.ShouldBe(Visibility.Private);
        preview.Cards[0].Markdown.ShouldContain("2606.00001");
        await _bench.PassAsync(TimeSpan.FromHours(4));
        _bench.Posts.ShouldHaveSingleItem().Cards[0].Markdown.ShouldContain("2606.00001");
    }

    [Fact]
    public async Task The_list_says_what_a_digest_is_waiting_for()
    {
        var isOut = false;
        var answer = _bench.Source.Announce;
        _bench.Source.Announce = (selection, day) =>
            isOut || day != DigestBench.Tuesday
                ? answer(selection, day)
                : new Announcement(day!.Value, [], _bench.Clock.GetUtcNow()) { Quiet = QuietReason.NotYet };
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        (await _bench.TextAsync("/digest list")).ShouldNotContain("aiting");

        await _bench.PassAsync(TimeSpan.FromHours(3.75));
        var waiting = await _bench.TextAsync("/digest list");
        (isOut, _) = (true, await _bench.AnnounceAsync("2606.00001", "One"));
        await _bench.PassAsync(TimeSpan.FromMinutes(20));
        var posted = await _bench.TextAsync("/digest list");

        waiting.ShouldContain("Waiting for arXiv's list of 2026-06-16, until <time:");
        waiting.ShouldNotContain("Last digest");
        posted.ShouldContain("Last digest: 1 paper");
        posted.ShouldContain("Next look for late papers of 2026-06-16");
        (await _bench.TextAsync("/日报 列表 语言:中文")).ShouldContain("再查 2026-06-16 迟到的论文");
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
