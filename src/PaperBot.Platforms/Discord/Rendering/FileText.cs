namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>A file of a message, as it is kept with its page: the message holds the bytes.</summary>
/// <param name="Name">Under which the message refers to it.</param>
/// <param name="Description">What a person who cannot see it reads.</param>
/// <param name="IsPicture">Whether Discord shows it as a picture.</param>
internal sealed record FileText(string Name, string Description, bool IsPicture)
{
    /// <summary>How many one message takes.</summary>
    public const int Most = 10;
}
