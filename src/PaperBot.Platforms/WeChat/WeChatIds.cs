using PaperBot.Core.Identity;

namespace PaperBot.Platforms.WeChat;

/// <summary>How people and places of WeChat are named: a person of an official account is also the place and the talk.</summary>
internal static class WeChatIds
{
    public const string Platform = "wechat";

    /// <summary>What is about the account and not about a person.</summary>
    public static PlaceId Account { get; } = new(Platform, "account");

    public static PersonId Person(string openId) => new(Platform, openId);

    public static PlaceId Place(string openId) => new(Platform, openId);

    public static ConversationId Conversation(string openId) => new(Platform, openId);
}
