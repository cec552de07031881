using PaperBot.Core.Commands;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Language;

namespace PaperBot.Handlers.Routing;

/// <summary>One request on its way through the router: what is known of it so far.</summary>
internal sealed class Turn(Incoming incoming)
{
    public Incoming Incoming { get; } = incoming;

    /// <summary>What the platform tells, until the preferences are read.</summary>
    public Surroundings Surroundings { get; set; } =
        new(incoming.Locale ?? Locale.English, incoming.Zone ?? TimeZoneInfo.Utc);

    /// <summary>The command's name for metrics; text of users never becomes one.</summary>
    public string Command { get; set; } = "none";
}
