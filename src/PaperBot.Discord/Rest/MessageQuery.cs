namespace PaperBot.Discord.Rest;

/// <summary>Which messages of a channel.</summary>
/// <param name="Limit">How many, 1 to 100; null means Discord's default of 50.</param>
/// <param name="Before">Older than this id.</param>
/// <param name="After">Younger than this id.</param>
/// <param name="Around">Around this id.</param>
public readonly record struct MessageQuery(
    int? Limit = null,
    Snowflake? Before = null,
    Snowflake? After = null,
    Snowflake? Around = null
)
{
    /// <summary>The query of the address, with its question mark.</summary>
    public override string ToString() =>
        QueryString.Of(
            ("limit", Limit?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("before", Before?.ToString()),
            ("after", After?.ToString()),
            ("around", Around?.ToString())
        );
}
