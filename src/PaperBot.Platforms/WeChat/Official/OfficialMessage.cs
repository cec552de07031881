namespace PaperBot.Platforms.WeChat.Official;

/// <summary>What WeChat pushes to an official account: a message or an event.</summary>
/// <param name="Account">To whom: the account's own id (<c>gh_…</c>).</param>
/// <param name="OpenId">From whom: the person's id for this account.</param>
/// <param name="CreatedAt">When, by the platform's clock, to the second.</param>
/// <param name="Kind"><c>text</c>, <c>link</c>, <c>image</c>, <c>event</c>, …</param>
internal sealed record OfficialMessage(string Account, string OpenId, DateTimeOffset CreatedAt, string Kind)
{
    /// <summary>The platform's number of a message; null for events.</summary>
    public long? MessageId { get; init; }

    /// <summary>What a text message says.</summary>
    public string? Content { get; init; }

    /// <summary>The address of a shared link.</summary>
    public string? Url { get; init; }

    /// <summary>The title of a shared link.</summary>
    public string? Title { get; init; }

    /// <summary>Which event: <c>subscribe</c>, <c>unsubscribe</c>, <c>CLICK</c>, …</summary>
    public string? Event { get; init; }

    /// <summary>The event's key: a menu entry's, a scanned code's.</summary>
    public string? EventKey { get; init; }

    /// <summary>
    /// Names the push, so that the platform's second and third try are recognised: the message's number, or for events
    /// sender and time.
    /// </summary>
    public string Key =>
        MessageId is { } id
            ? FormattableString.Invariant($"{OpenId}/{id}")
            : FormattableString.Invariant($"{OpenId}/{CreatedAt.ToUnixTimeSeconds()}/{Event}");
}
