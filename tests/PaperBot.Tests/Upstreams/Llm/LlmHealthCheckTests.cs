using PaperBot.Core.Health;
using PaperBot.Core.Privacy;
using PaperBot.Testing.Llm;

namespace PaperBot.Tests.Upstreams.Llm;

public sealed class LlmHealthCheckTests
{
    [Fact]
    public async Task Doctor_says_that_there_is_no_model()
    {
        await using var rig = await LlmRig.StartAsync(("Llm:Model", ""));

        (await CheckAsync(rig)).ShouldBe(["Notice doctor.llm.none"]);
        Recipient(rig).ShouldBe("");
    }

    [Fact]
    public async Task Doctor_reaches_both_models_and_asks_them_nothing()
    {
        await using var rig = await LlmRig.StartAsync(LlmRig.WithFallback());

        (await CheckAsync(rig)).ShouldBe(["Good doctor.llm.good", "Good doctor.llm.good"]);
        rig.First.Journal.ShouldBeEmpty();
        Recipient(rig).ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task Doctor_tells_a_wrong_key_from_silence()
    {
        await using var rig = await LlmRig.StartAsync(LlmRig.WithFallback());
        rig.First.Always(ModelFault.Unauthorized);
        rig.Second.Always(ModelFault.Hang);

        (await CheckAsync(rig)).ShouldBe(["Broken doctor.llm.key", "Broken doctor.llm.silent"]);
    }

    [Fact]
    public async Task Doctor_says_what_is_wrong_with_the_prompts_and_that_nothing_limits_the_cost()
    {
        await using var rig = await LlmRig.StartAsync(
            ("Llm:PromptFolder", Path.Combine(Path.GetTempPath(), "paperbot-no-such-folder")),
            ("Llm:DailyBudget", "0")
        );

        (await CheckAsync(rig)).ShouldBe([
            "Good doctor.llm.good",
            "Notice doctor.llm.budget",
            "Broken doctor.llm.prompt",
        ]);
    }

    private static async Task<IEnumerable<string>> CheckAsync(LlmRig rig)
    {
        var check = rig.Get<IEnumerable<IHealthCheck>>().Single(check => check.Name == "llm");
        var findings = await rig.PumpAsync(check.CheckAsync(LlmRig.Token));
        return findings.Select(finding => $"{finding.Level} {finding.Message.Key}");
    }

    private static string Recipient(LlmRig rig) =>
        rig.Get<IEnumerable<IDataRecipient>>().Single(recipient => recipient.Name == "llm").Host;
}
