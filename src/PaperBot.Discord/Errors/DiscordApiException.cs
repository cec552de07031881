using System.Net;
using System.Text.Json;

namespace PaperBot.Discord;

/// <summary>Discord answered a request with an error.</summary>
/// <param name="route">Method and path without ids.</param>
/// <param name="topLevel">The channel, guild or webhook of the request; empty when there is none.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's own code; 0 when it gave none.</param>
/// <param name="words">Discord's own words; they never quote what was sent.</param>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#json"/>
/// </remarks>
public sealed class DiscordApiException(
    string route,
    string topLevel,
    HttpStatusCode status,
    DiscordErrorCode code,
    string? words
) : DiscordException($"{route} was answered {(int)status} ({(int)code}): {words}")
{
    /// <summary>Method and path without ids, as <c>POST channels/{}/messages</c>.</summary>
    public string Route { get; } = route;

    /// <summary>The channel or guild that the request was about; null when there is none.</summary>
    public Snowflake? Resource { get; } = Snowflake.TryParse(topLevel, out var id) ? id : null;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Discord's own code; 0 when it gave none.</summary>
    public DiscordErrorCode Code { get; } = code;

    /// <summary>For a refused form: which field and why. It may quote the field's content.</summary>
    public JsonElement? Errors { get; init; }

    /// <summary>
    /// The place answers 403 or 404: asking again changes nothing until somebody changes the place, and is counted
    /// against the bot.
    /// </summary>
    public bool IsClosedDoor => Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
}
