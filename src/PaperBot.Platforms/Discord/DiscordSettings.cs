namespace PaperBot.Platforms.Discord;

/// <summary>The bot's account at Discord.</summary>
public sealed class DiscordSettings
{
    /// <summary>The section of the configuration: <c>Discord</c>.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token; it is a password. Default: none, and Discord is switched off.</summary>
    public string Token { get; set; } = "";

    /// <summary>The API with its version. Default: Discord's own.</summary>
    public string ApiUrl { get; set; } = "https://discord.com/api/v10/";

    /// <summary>
    /// The servers (their ids) in which commands that cost money may be used. Default: none named, and together with
    /// no <see cref="Users"/> that means everywhere.
    /// </summary>
    public IList<string> Guilds { get; } = [];

    /// <summary>The people (their ids) who may use commands that cost money wherever they are.</summary>
    public IList<string> Users { get; } = [];
}
