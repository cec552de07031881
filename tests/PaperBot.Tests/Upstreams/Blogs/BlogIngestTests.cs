using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Testing.Blogs;

namespace PaperBot.Tests.Upstreams.Blogs;

/// <summary>A slice of the campaign <c>blog-ingest</c>: a simulated blog through the real queue and store.</summary>
public sealed class BlogIngestTests
{
    private static readonly BlogPlan Plan = new(80);

    [Fact]
    public async Task What_was_taken_and_what_not_is_reported_with_reasons()
    {
        await using var blog = await BlogSimulator.StartAsync(Plan);
        await using var rig = new BlogRig();

        var report = await rig.AddAndReadAsync(blog.Address);

        report.Source.Title.ShouldBe("Simulated Notes");
        report.Source.FirstReadAt.ShouldNotBeNull();
        report.Articles.ShouldBe(Plan.Articles - Plan.Broken);
        report.Pages.ShouldBe(
            new Dictionary<PageState, int>
            {
                [PageState.Taken] = Plan.Articles - Plan.Broken,
                [PageState.Duplicate] = Plan.Redirects + Plan.Copies,
                [PageState.Forbidden] = Plan.Private,
                [PageState.Failed] = Plan.BrokenBy(BlogFault.Error) + Plan.BrokenBy(BlogFault.Cut),
                [PageState.NoArticle] = Plan.BrokenBy(BlogFault.Empty),
                [PageState.Unreadable] = Plan.BrokenBy(BlogFault.Binary),
            },
            ignoreOrder: true
        );
        report.Examples.ShouldContain(page => page.State == PageState.Failed && page.Reason == "500");
        // One attempt a turn. A reset can overtake the beginning of a page that breaks off; then nothing was answered, and
        // the queue's own three attempts count.
        foreach (var number in Enumerable.Range(1, Plan.Articles))
            if (BlogPlan.FaultOf(number) is var fault and (BlogFault.Cut or BlogFault.Error))
                blog.Requests[$"/posts/{number}"]
                    .ShouldBeLessThanOrEqualTo(fault == BlogFault.Error ? 1 : 3, $"{number}");
        blog.Requests.Keys.ShouldNotContain(path => path.StartsWith("/private/", StringComparison.Ordinal));
        (await rig.Articles.FindAsync(new Uri(blog.Address, "old/1"), BlogRig.Token))!.Address.AbsolutePath.ShouldBe(
            "/posts/1"
        );
    }

    [Fact]
    public async Task An_article_is_read_with_all_that_belongs_to_it()
    {
        await using var blog = await BlogSimulator.StartAsync(new(4));
        await using var rig = new BlogRig();
        await rig.AddAndReadAsync(blog.Address, comments: true);

        var english = await ArticleAsync(rig, new Uri(blog.Address, "posts/3"));
        var chinese = await ArticleAsync(rig, new Uri(blog.Address, "posts/2"));

        english.Title.ShouldBe("Notes on geodesics, part 3");
        english.Authors.ShouldBe(["A. Writer"]);
        // The feed says 2099, the page knows better.
        english.PublishedAt.ShouldBe(new DateTimeOffset(2020, 1, 4, 0, 0, 0, TimeSpan.Zero));
        english.Language.ShouldBe("en");
        english.Tags.ShouldBe(["notes"]);
        english.Previous!.AbsolutePath.ShouldBe("/posts/2");
        english.Next!.AbsolutePath.ShouldBe("/posts/4");
        english.Sections.Select(section => section.Heading).ShouldBe(["", "Why it matters", "And then"]);
        english.Sections[1].Anchor.ShouldBe("why");
        english.Sections[0].Blocks[0].Text.ShouldContain("$a_{3} = x^2 + 3$");
        english
            .Sections[1]
            .Blocks.Select(block => block.Kind)
            .ShouldBe([
                ArticleBlockKind.Prose,
                ArticleBlockKind.Formula,
                ArticleBlockKind.Code,
                ArticleBlockKind.Picture,
            ]);
        english.Sections[1].Blocks[2].Text.ShouldBe("let n = 3;\nprint(n)");
        english.Sections[1].Blocks[3].Text.ShouldBe("Step 3 of the descent");
        english.Comments.ShouldHaveSingleItem().ShouldBe(new ArticleComment("Clear, thank you. $c_{3}$", "comment-3"));
        chinese.Language.ShouldBe("zh");
        chinese.Sections[1].Blocks[0].Text.ShouldContain("$ds^2 = g_{ij} dx^i dx^j$");
        chinese.Sections.SelectMany(s => s.Blocks).ShouldAllBe(b => !b.Text.Contains("Simulated Notes"));
    }

    [Fact]
    public async Task Only_what_changed_is_read_again()
    {
        await using var blog = await BlogSimulator.StartAsync(new(6));
        await using var rig = new BlogRig();
        var source = (await rig.AddAndReadAsync(blog.Address)).Source;
        var before = await rig.Articles.LastChangeAsync(BlogRig.Token);
        blog.Edits[3] = "A correction was added.";
        blog.EditedAt = TimeProvider.System.GetUtcNow();
        blog.Requests.Clear();

        await rig.Reader.RefreshAsync(source.Name, BlogRig.Token);
        await rig.ReadAllAsync(BlogRig.Token);

        blog.Requests.Keys.Where(path => path.StartsWith("/posts/", StringComparison.Ordinal)).ShouldBe(["/posts/3"]);
        blog.Unchanged.ShouldBeGreaterThan(0);
        var change = (await rig.Articles.ChangesAsync(before, 10, BlogRig.Token)).ShouldHaveSingleItem();
        change.Article!.Sections[^1].Blocks[^1].Text.ShouldBe("A correction was added.");
        change.Article.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_that_dies_while_reading_loses_nothing_and_does_nothing_twice()
    {
        await using var blog = await BlogSimulator.StartAsync(new(60));
        await using var rig = new BlogRig();
        var caller = Caller.Job("test", Urgency.Interactive);
        await rig.Reader.AddAsync(blog.Address, false, caller, BlogRig.Token);
        for (var turn = 1; turn <= 3; turn++)
        {
            using var death = CancellationTokenSource.CreateLinkedTokenSource(BlogRig.Token);
            var reading = rig.ReadAllAsync(death.Token);
            while (!reading.IsCompleted && await rig.Articles.CountAsync(null, BlogRig.Token) < turn * 10)
                await Task.Yield();
            await death.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => reading);
            rig.Restart();
        }

        await rig.ReadAllAsync(BlogRig.Token);

        var changes = await rig.Articles.ChangesAsync(0, 1_000, BlogRig.Token);
        changes.Count.ShouldBe(new BlogPlan(60).Articles - new BlogPlan(60).Broken);
        // No article was written twice: the sequence has no gaps.
        changes.Select(change => change.Number).ShouldBe(Enumerable.Range(1, changes.Count).Select(n => (long)n));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/feed")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://printer.local/")]
    public async Task An_address_that_is_not_public_is_not_read(string address)
    {
        await using var rig = new BlogRig(("Blogs:AllowPrivateAddresses", "false"));

        var added = await rig.Reader.AddAsync(new Uri(address), false, Caller.Job("test"), BlogRig.Token);

        added.Error.Message.Key.ShouldBe("error.blog.private");
        added.Error.Kind.ShouldBe(ErrorKind.Refused);
    }

    [Fact]
    public async Task A_source_can_be_paused_and_removed()
    {
        await using var blog = await BlogSimulator.StartAsync(new(3));
        await using var rig = new BlogRig();
        var name = (await rig.AddAndReadAsync(blog.Address)).Source.Name;

        (await rig.Reader.PauseAsync(name, true, BlogRig.Token)).Value.Paused.ShouldBeTrue();
        (await rig.Reader.RemoveAsync(name, BlogRig.Token)).Value.ShouldBe(3);

        (await rig.Articles.CountAsync(null, BlogRig.Token)).ShouldBe(0);
        (await rig.Reader.RemoveAsync(name, BlogRig.Token)).Error.Kind.ShouldBe(ErrorKind.NotFound);
    }

    private static async Task<Article> ArticleAsync(BlogRig rig, Uri address)
    {
        var head = await rig.Articles.FindAsync(address, BlogRig.Token);
        return (await rig.Articles.FindAsync([head!.Id], BlogRig.Token))[0];
    }
}
