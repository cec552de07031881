using System.Globalization;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>
/// Where an answer goes, as it is written down: an interaction's first answer, which its token edits for 15 minutes, or
/// a message that is replied to.
/// </summary>
/// <param name="Channel">Where it was asked.</param>
/// <param name="Asker">Who asked.</param>
/// <param name="Event">The interaction or the message.</param>
/// <param name="Token">The interaction's token; null for a message.</param>
/// <param name="IsPrivate">Whether only the asker sees the answer.</param>
internal sealed record AnswerAddress(Snowflake Channel, Snowflake Asker, Snowflake Event, string? Token, bool IsPrivate)
{
    /// <summary>How long a token is used: Discord's 15 minutes less what a slow edit takes.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14.5);

    private const char Gap = '/';
    private const int Private = 1;
    private const int Placed = 2;

    /// <summary>
    /// Whether the answer takes the place of the message whose button was pressed. An error does not: that message, with
    /// its buttons, belongs to whoever asked for it.
    /// </summary>
    public bool InPlace { get; init; }

    public bool IsAlive(DateTimeOffset now) => Token is not null && now - Event.CreatedAt < TokenLife;

    public static AnswerAddress? Read(string? text)
    {
        var parts = text?.Split(Gap, 5) ?? [];
        return
            parts.Length == 5
            && Snowflake.TryParse(parts[0], null, out var channel)
            && Snowflake.TryParse(parts[1], null, out var asker)
            && Snowflake.TryParse(parts[2], null, out var happened)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var kind)
            ? new(channel, asker, happened, parts[4] is { Length: > 0 } token ? token : null, (kind & Private) != 0)
            {
                InPlace = (kind & Placed) != 0,
            }
            : null;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Channel}/{Asker}/{Event}/{(IsPrivate ? Private : 0) | (InPlace ? Placed : 0)}/{Token}"
        );
}
