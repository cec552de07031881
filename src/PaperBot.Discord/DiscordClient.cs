using PaperBot.Discord.Gateway;
using PaperBot.Discord.Rest;

namespace PaperBot.Discord;

/// <summary>
/// A client of Discord's API v10 for bots: typed calls over HTTP that keep Discord's limits by themselves, and a
/// gateway
/// that stays connected. Safe for use by many threads; one instance for each token, because limits are counted in it.
/// </summary>
/// <example>
/// <code>
/// using var discord = new DiscordClient(new DiscordOptions { Token = token });
/// await discord.Gateway.RunAsync(async (received, cancellationToken) =>
/// {
///     if (received.Data is Interaction { Type: InteractionType.ApplicationCommand } interaction)
///     {
///         var reply = InteractionResponse.Reply(new InteractionMessage { Content = "Hello." });
///         await discord.Interactions.RespondAsync(interaction, reply, cancellationToken: cancellationToken);
///     }
/// }, stopping);
/// </code>
/// </example>
/// <remarks>
/// <see href="https://docs.discord.com/developers/reference"/>
/// </remarks>
public sealed class DiscordClient : IDisposable
{
    private readonly RestClient _rest;

    /// <summary>Connects nothing yet.</summary>
    /// <param name="options">The token and the settings.</param>
    /// <param name="seams">Where it touches the world; null means the real one.</param>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    public DiscordClient(DiscordOptions options, DiscordSeams? seams = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options = options.Checked();
        seams ??= new DiscordSeams();
        var chance = new Chance(seams.Random);
        _rest = new RestClient(options, seams, chance);
        Applications = new ApplicationsApi(_rest);
        Channels = new ChannelsApi(_rest);
        Guilds = new GuildsApi(_rest);
        Interactions = new InteractionsApi(_rest);
        Messages = new MessagesApi(_rest);
        Users = new UsersApi(_rest);
        Gateway = new GatewayClient(options, seams, chance, Applications);
    }

    /// <summary>The application and its commands.</summary>
    public ApplicationsApi Applications { get; }

    /// <summary>Channels and threads.</summary>
    public ChannelsApi Channels { get; }

    /// <summary>Guilds, members and roles.</summary>
    public GuildsApi Guilds { get; }

    /// <summary>Answers to interactions.</summary>
    public InteractionsApi Interactions { get; }

    /// <summary>Messages of channels.</summary>
    public MessagesApi Messages { get; }

    /// <summary>People, and the bot itself.</summary>
    public UsersApi Users { get; }

    /// <summary>Events.</summary>
    public GatewayClient Gateway { get; }

    /// <summary>Figures of the calls over HTTP.</summary>
    public RestStatus Status => _rest.Status;

    /// <summary>Ends the connections over HTTP; the gateway ends by its cancellation.</summary>
    public void Dispose() => _rest.Dispose();
}
