namespace PaperBot.Platforms.Web.Views;

/// <summary>A chat in the list of somebody's chats.</summary>
internal sealed record ChatHeadView(string Chat, string? Title, string At, int Turns);
