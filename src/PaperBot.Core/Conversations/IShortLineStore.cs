namespace PaperBot.Core.Conversations;

/// <summary>Command lines that are too long for a platform's button, under a short key.</summary>
public interface IShortLineStore
{
    /// <summary>The key of a line, 16 characters of [a-z0-9], the same for the same line.</summary>
    Task<string> ShortenAsync(string line, CancellationToken cancellationToken);

    /// <summary>The line, or null when the key is unknown or expired.</summary>
    Task<string?> ExpandAsync(string key, CancellationToken cancellationToken);
}
