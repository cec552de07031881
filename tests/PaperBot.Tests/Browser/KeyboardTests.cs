using PaperBot.Core.Commands;
using PaperBot.Testing.Browser;
using PaperBot.Tests.Platforms.Web;
using static Microsoft.Playwright.Assertions;

namespace PaperBot.Tests.Browser;

[Collection(SharedBrowser.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task Commands_parameters_and_values_are_completed_with_the_keyboard()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.Suggestions = [new Suggestion("Attention Is All You Need", "1706.03762")];
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        var keyboard = tab.Page.Keyboard;
        await Expect(tab.Input).ToBeFocusedAsync();

        await keyboard.TypeAsync("/");
        await Expect(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Option)).ToHaveCountAsync(5);
        await keyboard.TypeAsync("pa");
        await Expect(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Option)).ToHaveCountAsync(1);
        await keyboard.PressAsync("Tab");
        await Expect(tab.Input).ToHaveValueAsync("/paper ");
        await keyboard.TypeAsync("att");
        await Expect(tab.Page.Locator(".option-description").First).ToHaveTextAsync("Attention Is All You Need");
        await keyboard.PressAsync("ArrowDown");
        await Expect(tab.Input).ToHaveAttributeAsync("aria-activedescendant", "option-0");
        await keyboard.PressAsync("Enter");
        await Expect(tab.Input).ToHaveValueAsync("/paper 1706.03762 ");
        await keyboard.TypeAsync("sort:d");
        await Expect(tab.Page.Locator(".option-label")).ToHaveTextAsync(["date"]);
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");

        await Expect(tab.Answers).ToHaveCountAsync(1);
        page.Router.Asked.Single().Text.ShouldBe("/paper 1706.03762 sort:date");
    }

    [Fact]
    public async Task Chinese_names_and_the_phone_keyboards_comma_complete_too()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, page.Url);

        await tab.Input.FillAsync("、论");

        await Expect(tab.Page.Locator(".option-label")).ToHaveTextAsync(["/paper"]);
    }

    [Fact]
    public async Task Lines_history_and_escape()
    {
        await using var page = await WebPage.StartAsync();
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        var keyboard = tab.Page.Keyboard;
        await Expect(tab.Input).ToBeFocusedAsync();

        await keyboard.TypeAsync("one");
        await keyboard.PressAsync("Shift+Enter");
        await keyboard.TypeAsync("two");
        await Expect(tab.Input).ToHaveValueAsync("one\ntwo");
        await keyboard.PressAsync("Enter");
        await Expect(tab.Answers).ToHaveCountAsync(1);
        await keyboard.TypeAsync("three");
        await keyboard.PressAsync("Enter");
        await Expect(tab.Answers).ToHaveCountAsync(2);
        await keyboard.TypeAsync("draft");
        await keyboard.PressAsync("ArrowUp");
        await Expect(tab.Input).ToHaveValueAsync("three");
        await keyboard.PressAsync("ArrowDown");
        await Expect(tab.Input).ToHaveValueAsync("draft");
        await keyboard.PressAsync("Escape");
        await Expect(tab.Input).ToHaveValueAsync("");
        await keyboard.TypeAsync("/");
        await Expect(tab.Page.Locator("#completions")).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");

        await Expect(tab.Page.Locator("#completions")).ToBeHiddenAsync();
        await Expect(tab.Input).ToHaveValueAsync("/");
    }

    [Fact]
    public async Task Everything_is_reached_by_tab_and_a_paged_list_keeps_the_focus()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.On("list", Samples.List(1));
        page.Router.On("/arxiv new page:2", Samples.List(2));
        await using var tab = await Tab.OpenAsync(chromium, page.Url);
        var keyboard = tab.Page.Keyboard;
        await tab.SendAsync("list");
        await Expect(tab.Answers).ToHaveCountAsync(1);

        await tab.Page.Locator(".skip").FocusAsync();
        await Expect(tab.Page.Locator(".skip")).ToBeInViewportAsync();
        var names = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            await keyboard.PressAsync("Tab");
            names.Add(
                await tab.Page.EvaluateAsync<string>(
                    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
                )
            );
        }
        names.ShouldBe(["New chat", "Chats", "Switch to Chinese", "Theme: as the system", "Next", "Cite"]);
        await tab.Page.GetByText("Next").FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByText("Page 2 of 2")).ToBeVisibleAsync();

        (await tab.Page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("action");
    }
}
