namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>A group, or one person's chat with the bot.</summary>
/// <param name="id">The chat's id; for a direct chat the person's.</param>
/// <param name="name">What people call it.</param>
/// <param name="isGroup">Whether others read along.</param>
public sealed class SimChat(string id, string name, bool isGroup)
{
    private readonly List<DateTimeOffset> _sent = [];

    public string Id { get; } = id;

    public string Name { get; } = name;

    public bool IsGroup { get; } = isGroup;

    /// <summary>Whether somebody has spoken to the bot there: before, it may not post.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Whether the bot was taken out.</summary>
    public bool IsGone { get; set; }

    public List<SimMessage> Messages { get; } = [];

    /// <summary>Counts one message of the bot's; false when it is one too many.</summary>
    public bool Count(DateTimeOffset now)
    {
        _sent.RemoveAll(at => now - at >= TimeSpan.FromHours(1));
        if (_sent.Count >= 1_000 || _sent.Count(at => now - at < TimeSpan.FromMinutes(1)) >= 30)
            return false;
        _sent.Add(now);
        return true;
    }
}
