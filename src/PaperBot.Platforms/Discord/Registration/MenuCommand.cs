namespace PaperBot.Platforms.Discord.Registration;

/// <summary>A command of a message's menu.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="TextKey">Its name.</param>
internal sealed record MenuCommand(MenuCommandKind Kind, string TextKey);
