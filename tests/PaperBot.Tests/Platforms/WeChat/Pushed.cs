using System.Net;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>What became of one try of a push.</summary>
internal sealed record Pushed(HttpStatusCode Status, string? Text);
