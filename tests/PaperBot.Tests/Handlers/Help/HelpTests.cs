using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Help;
using PaperBot.Handlers.Routing;
using PaperBot.Testing.Commands;

namespace PaperBot.Tests.Handlers.Help;

public sealed class HelpTests
{
    private static readonly CommandSpec Admin = new("about") { WhoMay = WhoMay.Administrators, Aliases = ["关于"] };

    [Fact]
    public async Task It_begins_with_tasks_that_can_be_pressed_and_then_lists_the_commands()
    {
        var outcome = await Help().AskAsync("/help");

        var tasks = outcome.Value.Cards[0];
        tasks.Markdown.ShouldContain("- Look a paper up: `/paper 1706.03762`");
        tasks.Actions.Select(a => a.Line).ShouldContain("/paper 1706.03762");
        outcome.Value.Cards[1].Markdown.ShouldContain("- `/help`: What there is and how it is written");
    }

    [Fact]
    public async Task A_task_whose_command_is_absent_is_left_out()
    {
        var outcome = await Help(withPapers: false).AskAsync("/help");

        outcome.Value.Cards[0].Actions.ShouldBeEmpty();
        outcome.Text().ShouldNotContain("/paper 1706");
    }

    [Fact]
    public async Task Chinese_readers_see_chinese_names()
    {
        var outcome = await Help().AskAsync("/帮助", Locale.Chinese);

        outcome.Text().ShouldContain("- 查一篇论文：`/论文 1706.03762`");
        outcome.Text().ShouldContain("`/帮助`");
    }

    [Fact]
    public async Task What_only_administrators_may_do_is_listed_for_them_only()
    {
        var help = Help();
        var request = HandlerRig.Request(help, "/help");

        var everybody = await help.HandleAsync(request, TestContext.Current.CancellationToken);
        var owner = await help.HandleAsync(
            request with
            {
                IsAdministrator = true,
            },
            TestContext.Current.CancellationToken
        );

        everybody.Text().ShouldNotContain("`/about`");
        owner.Text().ShouldContain("`/about`");
    }

    [Theory]
    [InlineData("/help help")]
    [InlineData("/help /help")]
    [InlineData("/help 帮助")]
    public async Task A_command_is_explained_from_its_spec(string line)
    {
        var card = (await Help().AskAsync(line)).Value.Cards.Single();

        card.Title.ShouldBe("/help");
        card.Markdown.ShouldContain("`/help [<command>]`");
        card.Markdown.ShouldContain("`command` / `命令`: A command to read more about");
        card.Markdown.ShouldContain("Also: `/帮助`");
        card.Actions.Select(a => a.Line).ShouldContain("/help paper");
    }

    [Fact]
    public async Task A_slip_is_met_with_what_was_meant()
    {
        var error = (await Help().AskAsync("/help papr")).Error;

        error.Message.Key.ShouldBe("error.command.near");
        error.Message.Values["near"].ShouldBe("`/paper`");
        (await Help().AskAsync("/help quantum")).Error.Kind.ShouldBe(ErrorKind.NotFound);
    }

    private static HelpHandler Help(bool withPapers = true)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITexts>(HandlerRig.Texts);
        services.AddSingleton<CommandCatalogue>();
        services.AddHelp();
        services.AddSingleton<ICommandHandler>(new FakeHandler(Admin));
        if (withPapers)
            services.AddSingleton<ICommandHandler>(new FakeHandler(Routing.SampleSpecs.Paper with { Listed = false }));
        return services.BuildServiceProvider().GetServices<ICommandHandler>().OfType<HelpHandler>().Single();
    }
}
