using PaperBot.Discord;
using PaperBot.Discord.Rest;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>
/// The first answer to an interaction, given once: Discord forgets an interaction that is not acknowledged within three
/// seconds, and takes no second acknowledgement.
/// </summary>
internal sealed class Acknowledgement
{
    private readonly Lock _gate = new();
    private readonly InteractionsApi _interactions;
    private readonly Interaction _interaction;
    private Task? _sent;

    public Acknowledgement(InteractionsApi interactions, Interaction interaction) =>
        (_interactions, _interaction) = (interactions, interaction);

    /// <summary>True once anything was answered.</summary>
    public bool IsGiven
    {
        get
        {
            lock (_gate)
                return _sent is not null;
        }
    }

    /// <summary>Answers, unless something was answered already; then waits for that.</summary>
    /// <returns>True when this was the answer.</returns>
    public async Task<bool> TryGiveAsync(
        InteractionResponse response,
        IReadOnlyList<DiscordFile> files,
        CancellationToken cancellationToken
    )
    {
        Task sent;
        bool mine;
        lock (_gate)
        {
            mine = _sent is null;
            sent = _sent ??= _interactions.RespondAsync(_interaction, response, files, cancellationToken);
        }
        await sent;
        return mine;
    }
}
