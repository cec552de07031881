namespace PaperBot.Discord;

/// <summary>Something that Discord refused, or that this library refuses on its behalf.</summary>
public class DiscordException : Exception
{
    /// <summary>Without words.</summary>
    public DiscordException() { }

    /// <summary>With words for a programmer.</summary>
    public DiscordException(string message)
        : base(message) { }

    /// <summary>With words for a programmer, and the cause.</summary>
    public DiscordException(string message, Exception? innerException)
        : base(message, innerException) { }
}
