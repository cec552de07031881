using Microsoft.Extensions.Options;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Connection;

/// <summary>The client, and who the bot is. There is one for each token, because limits are counted in it.</summary>
internal sealed class DiscordLink : IDisposable
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Application? _application;
    private User? _bot;

    public DiscordLink(IOptions<DiscordSettings> settings, DiscordSeams seams)
    {
        Client = new DiscordClient(
            new DiscordOptions { Token = settings.Value.Token.Trim(), ApiUrl = new Uri(settings.Value.ApiUrl) },
            seams
        );
    }

    public DiscordClient Client { get; }

    /// <summary>Completes when Discord has said who the bot is.</summary>
    public Task Known => _known.Task;

    public Application Application => _application ?? throw NotYet();

    public User Bot => _bot ?? throw NotYet();

    public void Introduce(Application application, User bot)
    {
        (_application, _bot) = (application, bot);
        _known.TrySetResult();
    }

    public void Dispose() => Client.Dispose();

    private static InvalidOperationException NotYet() => new("Discord has not yet said who the bot is.");
}
