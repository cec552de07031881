using System.Diagnostics.CodeAnalysis;
using PaperBot.Core.Identity;
using PaperBot.Platforms.Web.Security;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>
/// Names of chats: a page makes up a chat's name, and the owner's key goes before it, so that a name leads to nobody
/// else's chat. A chat is a place and a conversation of the same key.
/// </summary>
internal static class ChatKey
{
    private const int Shortest = 8;
    private const int Longest = 64;

    public static bool TryRead(PersonId owner, string? name, out ConversationId chat)
    {
        chat = default;
        if (!IsName(name))
            return false;
        chat = new ConversationId(Visitors.Platform, $"{owner.Key}.{name}");
        return true;
    }

    /// <summary>The chat's name, as its page knows it.</summary>
    public static string NameOf(ConversationId chat) =>
        chat.Key[(chat.Key.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>Whose chat it is.</summary>
    public static PersonId OwnerOf(ConversationId chat) => new(Visitors.Platform, chat.Key.Split('.')[0]);

    public static Place PlaceOf(ConversationId chat) => new(new PlaceId(Visitors.Platform, chat.Key));

    /// <summary>A name of a chat or of a message, made up by a page.</summary>
    public static bool IsName([NotNullWhen(true)] string? name) =>
        name is { Length: >= Shortest and <= Longest } && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
