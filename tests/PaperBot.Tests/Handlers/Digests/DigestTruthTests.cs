using PaperBot.Core.Papers;
using PaperBot.Core.Replies;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>What a digest says when there is nothing, when arXiv is late, and after the bot was off.</summary>
public sealed class DigestTruthTests : IAsyncLifetime
{
    private static readonly DateOnly Tuesday = DigestBench.Tuesday;

    private readonly DigestBench _bench = new();

    [Fact]
    public async Task The_first_line_says_it_all()
    {
        for (var i = 1; i <= 12; i++)
            await _bench.AnnounceAsync($"2606.000{i:D2}", i % 4 == 0 ? $"Agents {i}" : $"Paper {i}");
        await _bench.SayAsync("/digest add cs.CL at:8:30 include:agents");
        await _bench.SayAsync("/日报 订阅 cs.CL 每天8点半 包含:agents 语言:中文");

        await _bench.PassAsync(TimeSpan.FromHours(4));

        _bench
            .Posts.Select(FirstLine)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["**12 announced · 3 match · all here**", "**公布 12 · 命中 3 · 全部在此**"]);
    }

    [Fact]
    public async Task A_quiet_day_says_why_and_when_the_next_is_due()
    {
        _bench.Clock.Advance(TimeSpan.FromDays(4));
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        await _bench.SayAsync("/digest add cs.CL at:8:30 lang:zh");

        await _bench.PassAsync(TimeSpan.FromHours(4));

        var next = new DateTimeOffset(2026, 6, 21, 8, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        _bench
            .Posts.Select(FirstLine)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                $"2026-06-20 没有发布：arXiv 周五、周六晚上不发布新论文。下一期：<time:{next}@UTC>。",
                "No announcement on 2026-06-20: arXiv announces nothing on Friday and Saturday evenings. "
                    + $"The next digest is due <time:{next}@UTC>.",
            ]);
    }

    [Fact]
    public async Task Days_that_were_missed_are_one_digest()
    {
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        for (var i = 0; i < 4; i++)
            await _bench.AnnounceAsync($"2606.0000{i + 1}", $"Paper {i}", day: Tuesday.AddDays(i));

        // The machine is off for three days and a half.
        _bench.Clock.Advance(TimeSpan.FromDays(3.5));
        await _bench.PassAsync(TimeSpan.FromHours(1));

        var post = _bench.Posts.ShouldHaveSingleItem();
        FirstLine(post).ShouldBe("**4 announced · 4 match · all here**");
        for (var i = 0; i < 4; i++)
            post.Cards[0].Markdown.ShouldContain($"2606.0000{i + 1}");
    }

    [Fact]
    public async Task A_list_that_does_not_come_is_waited_for_and_told_and_its_papers_follow_once()
    {
        var isOut = false;
        var answer = _bench.Source.Announce;
        _bench.Source.Announce = (selection, day) =>
            isOut || day != Tuesday
                ? answer(selection, day)
                : new Announcement(day!.Value, [], _bench.Clock.GetUtcNow()) { Quiet = QuietReason.NotYet };
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.SayAsync("/digest add cs.CL at:8:30");

        await _bench.PassAsync(TimeSpan.FromHours(7));
        _bench.Posts.ShouldBeEmpty();
        await _bench.PassAsync(TimeSpan.FromHours(1));
        FirstLine(_bench.Posts.ShouldHaveSingleItem())
            .ShouldBe(
                "**arXiv's list of 2026-06-16 cannot be read yet. I keep looking; its papers follow as a supplement.**"
            );
        isOut = true;
        await _bench.PassAsync(TimeSpan.FromHours(15));

        _bench.Posts.Count.ShouldBe(2);
        FirstLine(_bench.Posts[1]).ShouldBe("**Supplement: 1 paper that the list had late · all here**");
        _bench.Posts[1].Cards[0].Markdown.ShouldContain("2606.00001");
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static string FirstLine(Reply post) => post.Cards[0].Markdown.Split('\n')[0];
}
