using System.Security.Cryptography;
using System.Text;
using PaperBot.Core.Identity;

namespace PaperBot.Platforms.WeChat.WeCom;

/// <summary>How people and places of WeCom are named: a direct chat by its person, a group by its chat.</summary>
internal static class WeComIds
{
    public const string Platform = "wecom";

    /// <summary>What is about the bot and not about a chat.</summary>
    public static PlaceId Bot { get; } = new(Platform, "bot");

    private const int LongestKey = 200;

    public static PersonId Person(string user) => new(Platform, user);

    public static PlaceId Place(string chat) => new(Platform, chat);

    public static ConversationId Conversation(string chat) => new(Platform, chat);

    /// <summary>The request behind a message or an event; an odd id of the platform's is replaced by its hash.</summary>
    public static RequestId Request(string messageId) =>
        RequestId.Of(Platform, IsPlain(messageId) ? messageId : Short(messageId));

    /// <summary>32 hexadecimal digits that stand for a text.</summary>
    public static string Short(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    public static bool IsPlain(string? key) =>
        key is { Length: > 0 and <= LongestKey } && key.All(c => c is > ' ' and <= '~' and not '/');
}
