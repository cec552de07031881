using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Discord;
using PaperBot.Platforms.Discord.Owners;
using PaperBot.Testing.Discord;

namespace PaperBot.Tests.Platforms.Discord.Owners;

public sealed class DiscordDoctorTests
{
    private static readonly TextCatalogue Texts = new([new TextSource(typeof(DiscordServices).Assembly)]);

    private readonly DiscordSimulator _simulator = new();

    private DiscordSettings Settings =>
        new() { Token = _simulator.Options.Token, ApiUrl = "http://discord.invalid/api/v10/" };

    [Fact]
    public async Task Without_a_token_Discord_is_off()
    {
        (await KeysAsync(new DiscordSettings())).ShouldBe(["doctor.discord.off"]);
    }

    [Fact]
    public async Task A_public_bot_without_names_is_warned_of_and_the_link_comes_with_its_reasons()
    {
        var findings = await CheckAsync(Settings);

        findings[0].ShouldBe(findings[0] with { Level = HealthLevel.Good });
        var keys = findings.Select(finding => finding.Message.Key).ToArray();
        keys[..3].ShouldBe(["doctor.discord.good", "doctor.discord.public", "discord.invite"]);
        keys.ShouldContain("discord.permission.attach.why");
        Texts.Get(Locale.English, findings[2].Message).ShouldContain($"client_id={_simulator.World.ApplicationId}&");
    }

    [Fact]
    public async Task Whoever_names_guilds_or_people_is_not_warned()
    {
        var settings = Settings;
        settings.Guilds.Add("41771983423143937");

        (await KeysAsync(settings)).ShouldNotContain("doctor.discord.public");
    }

    [Fact]
    public async Task A_wrong_token_and_a_silent_address_are_broken()
    {
        var wrong = Settings;
        wrong.Token = "another";
        (await KeysAsync(wrong)).ShouldBe(["doctor.discord.token"]);

        var deaf = new DiscordSettings { Token = "x", ApiUrl = "http://127.0.0.1:1/api/v10/" };
        var check = new DiscordHealthCheck(Options.Create(deaf));
        var findings = await check.CheckAsync(TestContext.Current.CancellationToken);
        findings.ShouldHaveSingleItem().Message.Key.ShouldBe("doctor.discord.deaf");
        findings[0].Level.ShouldBe(HealthLevel.Broken);
    }

    private async Task<string[]> KeysAsync(DiscordSettings settings) =>
        [.. (await CheckAsync(settings)).Select(finding => finding.Message.Key)];

    private async Task<IReadOnlyList<HealthFinding>> CheckAsync(DiscordSettings settings)
    {
        using var http = new InProcessHttp(_simulator);
        var seams = new DiscordSeams { Http = http };
        return await new DiscordHealthCheck(Options.Create(settings), seams).CheckAsync(
            TestContext.Current.CancellationToken
        );
    }
}
