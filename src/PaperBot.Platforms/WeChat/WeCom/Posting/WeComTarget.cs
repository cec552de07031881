using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.WeChat.WeCom.Posting;

/// <summary>Where a post goes.</summary>
/// <param name="Chat">The group or the person.</param>
/// <param name="Address">What is answered; null for a post of the bot's own.</param>
/// <param name="Locale">The language of the bot's own lines.</param>
internal sealed record WeComTarget(string Chat, WeComAddress? Address, Locale Locale)
{
    /// <summary>Who asked; null for a post of the bot's own.</summary>
    public PersonId? Asker => Address is { } address ? WeComIds.Person(address.User) : null;

    /// <summary>True when others read along, so that a late answer names its asker.</summary>
    public bool IsGroup => Address is { } address && address.User != Chat;
}
