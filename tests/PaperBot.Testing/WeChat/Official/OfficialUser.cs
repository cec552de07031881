namespace PaperBot.Testing.WeChat.Official;

/// <summary>Somebody who follows the simulated account, and what stands in their chat.</summary>
/// <param name="openId">Their id for this account.</param>
public sealed class OfficialUser(string openId)
{
    public string OpenId { get; } = openId;

    /// <summary>The chat, oldest first.</summary>
    public List<OfficialLine> Lines { get; } = [];

    /// <summary>When they wrote last; the account may write to them for 48 hours from then.</summary>
    public DateTimeOffset? WroteAt { get; set; }

    /// <summary>How many customer-service messages came since they wrote.</summary>
    public int Since { get; set; }
}
