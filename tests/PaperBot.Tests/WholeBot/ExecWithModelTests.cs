using PaperBot.Testing.Llm;
using PaperBot.Tests.Host;

namespace PaperBot.Tests.WholeBot;

/// <summary>The console with a simulated model, as somebody's script would use it.</summary>
public sealed class ExecWithModelTests
{
    [Fact]
    public async Task A_model_that_takes_less_than_it_is_said_to_gets_fewer_passages()
    {
        await using var model = await ModelSimulator.StartAsync();
        model.ContextTokens = 1_000;
        using var host = new HostProcess();
        host.Environment["Llm__Endpoint"] = model.Endpoint.AbsoluteUri;
        host.Environment["Llm__Model"] = "simulated";

        var run = await host.RunAsync("exec", "--samples", "/faq 2511.99999 question:method");

        run.Status.ShouldBe(0, run.Error);
        run.Output.ShouldContain("AI-generated");
        run.Output.ShouldContain("[§");
        var sizes = model.Journal.Select(request => request.Prompt.Length).ToList();
        sizes.Count.ShouldBeGreaterThan(1);
        sizes.ShouldBe(sizes.OrderDescending());
    }

    [Fact]
    public async Task On_the_console_nothing_is_escaped()
    {
        using var host = new HostProcess();

        var run = await host.RunAsync("exec", "--samples", "/faq 2511.99999");

        run.Output.ShouldContain("## 1. What problem does the paper try to solve?");
        run.Output.ShouldNotContain(@"\.");
        run.Output.ShouldNotContain("&#91;");
    }
}
