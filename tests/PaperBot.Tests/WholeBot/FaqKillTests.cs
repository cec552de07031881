using PaperBot.Core.Models;
using PaperBot.Testing.Llm;

namespace PaperBot.Tests.WholeBot;

/// <summary>Kill -9 in the middle of a FAQ, with real processes, a real database and a simulated model.</summary>
public sealed class FaqKillTests
{
    [Fact]
    public async Task A_killed_run_goes_on_at_its_question_and_pays_for_nothing_twice_but_what_was_in_flight()
    {
        await using var model = await ModelSimulator.StartAsync();
        // The third answer hangs: there the process is killed.
        model.Next(ModelFault.None, ModelFault.None, ModelFault.Hang);
        await using var host = await ServingHost.StartAsync(
            TimeSpan.FromMilliseconds(100),
            samples: true,
            settings: [("Llm__Endpoint", model.Endpoint.ToString()), ("Llm__Model", "simulated")]
        );
        await host.AskAsync("message-faq", "/faq 2511.99999");
        for (var i = 0; i < 3; i++)
            await model.ArrivalAsync(TestContext.Current.CancellationToken);
        await host.KillAsync();

        await host.StartAsync();
        await host.AnswersAsync(1);

        // Six questions, and the one that was in flight once more.
        model.Journal.Count.ShouldBe(PromptNames.FaqQuestions.Count + 1);
        var prompts = model.Journal.Select(request => request.Prompt).ToList();
        prompts[2].ShouldBe(prompts[3]);
        prompts.Distinct().Count().ShouldBe(PromptNames.FaqQuestions.Count);
        var turn = (await host.TurnAsync("message-faq")).ToString();
        turn.ShouldContain("AI-generated");
        turn.ShouldNotContain("No language model");
    }

    [Fact]
    public async Task Two_processes_on_one_database_pay_for_an_answer_once()
    {
        await using var model = await ModelSimulator.StartAsync();
        (string, string)[] settings = [("Llm__Endpoint", model.Endpoint.ToString()), ("Llm__Model", "simulated")];
        await using var host = await ServingHost.StartAsync(
            TimeSpan.FromMilliseconds(100),
            samples: true,
            settings: settings
        );
        foreach (var (name, value) in settings)
            host.Files.Environment[name] = value;
        await host.AskAsync("message-faq", "/faq 2511.99999");

        var beside = await host.Files.RunAsync("exec", "/faq 2511.99999");
        await host.AnswersAsync(1);

        beside.Output.ShouldContain("AI-generated");
        model.Journal.Count.ShouldBe(PromptNames.FaqQuestions.Count);
    }

    [Fact]
    public async Task While_the_model_hangs_papers_are_looked_up_as_ever()
    {
        await using var model = await ModelSimulator.StartAsync();
        model.Always(ModelFault.Hang);
        await using var host = await ServingHost.StartAsync(
            TimeSpan.FromMilliseconds(100),
            samples: true,
            settings: [("Llm__Endpoint", model.Endpoint.ToString()), ("Llm__Model", "simulated")]
        );
        await host.AskAsync("message-faq", "/faq 2511.99999");
        await model.ArrivalAsync(TestContext.Current.CancellationToken);

        await host.AskAsync("message-paper", "/paper 2401.00001");

        (await host.AnswersAsync(1)).ShouldBe(["message-paper"]);
    }
}
