using System.Net;
using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using Message = PaperBot.Core.Texts.Message;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>Asks Discord who the token's application is, and says how to invite it and what is risky.</summary>
/// <param name="settings">The configuration.</param>
/// <param name="seams">Where the client touches the world; null: as it does by itself.</param>
internal sealed class DiscordHealthCheck(IOptions<DiscordSettings> settings, DiscordSeams? seams = null) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DiscordSeams _seams = seams ?? new DiscordSeams();

    public string Name => "discord";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var token = settings.Value.Token.Trim();
        if (token.Length == 0)
            return [new(HealthLevel.Notice, Message.Of("doctor.discord.off"))];
        using var client = new DiscordClient(
            new DiscordOptions
            {
                Token = token,
                ApiUrl = new Uri(settings.Value.ApiUrl),
                Attempts = 2,
                LongestWait = Patience,
            },
            _seams
        );
        using var timeout = new CancellationTokenSource(Patience, _seams.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return [.. Findings(await client.Applications.GetMeAsync(both.Token))];
        }
        catch (DiscordApiException e) when (e.Status == HttpStatusCode.Unauthorized)
        {
            return [new(HealthLevel.Broken, Message.Of("doctor.discord.token"))];
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or TimeoutException or DiscordException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return [new(HealthLevel.Broken, Message.Of("doctor.discord.deaf", ("address", settings.Value.ApiUrl)))];
        }
    }

    private IEnumerable<HealthFinding> Findings(Application application)
    {
        var name = MarkdownText.Escape(application.Name ?? application.Id.ToString());
        yield return new(HealthLevel.Good, Message.Of("doctor.discord.good", ("name", name)));
        if (!string.IsNullOrEmpty(application.InteractionsEndpointUrl))
            yield return new(HealthLevel.Broken, Message.Of("doctor.discord.endpoint"));
        if (application.BotPublic != false && settings.Value is { Guilds.Count: 0, Users.Count: 0 })
            yield return new(HealthLevel.Notice, Message.Of("doctor.discord.public"));
        foreach (var sentence in Invitation.Sentences(application.Id))
            yield return new(HealthLevel.Notice, sentence);
    }
}
