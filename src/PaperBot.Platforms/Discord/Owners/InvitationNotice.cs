using Microsoft.Extensions.Logging;
using PaperBot.Core.Preferences;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>
/// Prints the invitation at the first start with an application, and at every start as long as no guild has the bot;
/// <c>doctor</c> prints it whenever it is asked.
/// </summary>
internal sealed partial class InvitationNotice(
    DiscordLink link,
    DiscordWork work,
    IPreferenceStore preferences,
    ITexts texts,
    ILogger<InvitationNotice> logger
) : IDiscordListener
{
    private const string Printed = "invitation";

    public ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        if (received is { Name: GatewayEventNames.Ready, Data: Ready ready })
            work.TryBegin("invitation", ct => PrintAsync(ready.Guilds?.Count ?? 0, ct));
        return ValueTask.CompletedTask;
    }

    private async Task PrintAsync(int guilds, CancellationToken cancellationToken)
    {
        var application = link.Application.Id;
        var owner = PreferenceOwner.Of(DiscordIds.Place(application));
        if (guilds > 0 && (await preferences.ReadAsync(owner, cancellationToken)).ContainsKey(Printed))
            return;
        foreach (var sentence in Invitation.Sentences(application))
            Log.Sentence(logger, texts.Get(Locale.English, sentence));
        await preferences.WriteAsync(owner, Printed, "1", cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Sentence}")]
        public static partial void Sentence(ILogger logger, string sentence);
    }
}
