using System.Globalization;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>
/// What a button or a form means, written into its custom id, so that it survives a restart: the kind, a number that
/// keeps the ids of one message apart, who may use it in place, and a command line or the key that stands for it.
/// </summary>
/// <param name="Kind">What it does.</param>
/// <param name="Owner">Who asked for the message; null when nobody did.</param>
/// <param name="Text">A command line, <see cref="KeyMark"/> and a key, a page, or the reply's key.</param>
internal sealed record CustomId(CustomIdKind Kind, Snowflake? Owner, string Text)
{
    /// <summary>Discord's limit.</summary>
    public const int Longest = 100;

    /// <summary>Before a key that stands for a line that is too long.</summary>
    public const char KeyMark = '~';

    private const char Gap = '|';

    /// <summary>The id's text.</summary>
    /// <param name="number">The button's place in its message.</param>
    public string Write(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(char)Kind}{number}{Gap}{Owner}{Gap}{Text}");

    /// <summary>Reads what <see cref="Write"/> wrote; null for an id of another program or another version.</summary>
    public static CustomId? Read(string? id)
    {
        if (id is not { Length: > 0 and <= Longest } || !Enum.IsDefined((CustomIdKind)id[0]))
            return null;
        var first = id.IndexOf(Gap, StringComparison.Ordinal);
        var second = first < 0 ? -1 : id.IndexOf(Gap, first + 1);
        if (second < 0)
            return null;
        var owner = id[(first + 1)..second];
        if (owner.Length > 0 && !Snowflake.TryParse(owner, null, out _))
            return null;
        return new CustomId(
            (CustomIdKind)id[0],
            owner.Length == 0 ? null : Snowflake.Parse(owner, null),
            id[(second + 1)..]
        );
    }
}
