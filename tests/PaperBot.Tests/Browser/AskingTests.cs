using Microsoft.Playwright;
using PaperBot.Core.Progress;
using PaperBot.Core.Replies;
using PaperBot.Testing.Browser;
using PaperBot.Tests.Platforms.Web;
using static Microsoft.Playwright.Assertions;

namespace PaperBot.Tests.Browser;

[Collection(SharedBrowser.Name)]
public sealed class AskingTests(Chromium chromium)
{
    private const string Line = "/evidence 1706.03762v1 bcdfgh23 0";

    [Fact]
    public async Task A_question_waits_with_its_position_and_is_answered()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        var held = page.Router.Hold("1706.03762");

        await tab.SendAsync("1706.03762");
        await ChatTests.Eventually(() => !page.Router.Asked.IsEmpty);
        page.Router.Asked.Single().Progress.Report(new ProgressUpdate.Queued("arxiv-api", 3, TimeSpan.FromSeconds(9)));
        await Expect(tab.Page.Locator(".progress")).ToHaveTextAsync("Number 3 in the queue for arXiv, about 9 s");
        page.Router.Asked.Single().Progress.Report(new ProgressUpdate.Partial("The **first** words"));
        await Expect(tab.Page.Locator(".partial strong")).ToHaveTextAsync("first");
        held.SetResult(Samples.Paper());

        await Expect(tab.Page.Locator(".card-title")).ToHaveTextAsync("Attention Is All You Need");
        await Expect(tab.Page.Locator(".question")).ToContainTextAsync("1706.03762");
        await Expect(tab.Page.Locator(".progress")).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("#welcome")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_action_is_a_new_message_and_paging_replaces_in_place()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.On("/arxiv new", Samples.List(1));
        page.Router.On("/arxiv new page:2", Samples.List(2));
        page.Router.On("/arxiv new page:1", Samples.List(1));
        page.Router.On("/cite 1706.03762", Reply.Of("```bibtex\n@article{a}\n```"));
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        await tab.SendAsync("/arxiv new");
        await Expect(tab.Page.GetByText("Page 1 of 2")).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(tab.Page.GetByText("Page 2 of 2")).ToBeVisibleAsync();
        await Expect(tab.Turns).ToHaveCountAsync(1);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Previous" }).ClickAsync();
        await Expect(tab.Page.GetByText("Page 1 of 2")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Cite" }).First.ClickAsync();

        await Expect(tab.Turns).ToHaveCountAsync(2);
        await Expect(tab.Turns.Nth(1).Locator("code")).ToHaveTextAsync("@article{a}\n");
        await Expect(tab.Turns.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_action_whose_line_nobody_types_is_shown_by_its_label()
    {
        await using var page = await WebPage.StartAsync();
        var card = new Card("ask")
        {
            Markdown = "So it is &#91;§1&#93;.",
            Actions = [ReplyAction.Run("Evidence 1: §1", Line)],
        };
        page.Router.On("So?", Reply.Of(card));
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        await tab.SendAsync("So?");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Evidence 1" }).ClickAsync();

        await Expect(tab.Turns.Nth(1).Locator(".question")).ToContainTextAsync("Evidence 1: §1");
        await Expect(tab.Turns.Nth(1).Locator(".question")).Not.ToContainTextAsync("bcdfgh23");
        page.Router.Asked.Last().Text.ShouldBe(Line);
    }

    [Fact]
    public async Task What_an_action_leaves_open_is_asked_for()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, page.Url);

        await tab.Page.Locator("#examples button").Nth(3).ClickAsync();
        await Expect(tab.Page.Locator("#ask")).ToContainTextAsync("Needed: question");
        await tab.SendAsync("why \"scaled\"?");

        await Expect(tab.Answers).ToHaveCountAsync(1);
        page.Router.Asked.Single().Text.ShouldBe("/ask 1706.03762 why \"scaled\"?");
        await Expect(tab.Page.Locator("#ask")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Two_tabs_of_one_chat_show_the_same()
    {
        await using var page = await WebPage.StartAsync();
        await using var one = await Tab.OpenAsync(chromium, page.Url);
        await one.SendAsync("first");
        await Expect(one.Answers).ToHaveCountAsync(1);

        await using var two = await one.AnotherAsync(one.Page.Url);
        await Expect(two.Answers).ToHaveCountAsync(1);
        await two.SendAsync("second");

        await Expect(one.Answers).ToHaveCountAsync(2);
        await Expect(two.Answers).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_new_chat_is_empty_and_the_old_one_is_found_in_the_list()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        await tab.SendAsync("an old question");
        await Expect(tab.Answers).ToHaveCountAsync(1);

        await tab.Page.Locator("#new-chat").ClickAsync();
        await Expect(tab.Page.Locator("#examples button")).ToHaveCountAsync(4);
        await Expect(tab.Turns).ToHaveCountAsync(0);
        await tab.Page.Locator("#show-chats").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "an old question" }).ClickAsync();

        await Expect(tab.Answers).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_long_chat_shows_its_end_first_and_more_on_demand()
    {
        await using var page = await WebPage.StartAsync();
        using (var client = new PageClient(page.Url))
            for (var i = 0; i < 70; i++)
                using (await client.WriteAsync($"message-{i:0000}", $"question {i}")) { }
        await ChatTests.Eventually(() => page.Router.Confirmed.Count == 70);
        await using var tab = await Tab.OpenAsync(chromium, new Uri(page.Url, "#chat-0001"));

        await Expect(tab.Turns).ToHaveCountAsync(30);
        await tab.Page.Locator("#earlier").ClickAsync();
        await Expect(tab.Turns).ToHaveCountAsync(60);
        await tab.Page.Locator("#earlier").ClickAsync();

        await Expect(tab.Turns).ToHaveCountAsync(70);
        await Expect(tab.Page.Locator("#earlier")).ToBeHiddenAsync();
        (await tab.Page.Locator(".question").AllTextContentsAsync()).ShouldBe(
            Enumerable.Range(0, 70).Select(i => $"You: question {i}")
        );
    }
}
