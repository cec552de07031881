using PaperBot.Core.Replies;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>An attachment as the transcript keeps it.</summary>
internal sealed record StoredFile(string Name, string Type, string Alt, byte[] Content)
{
    private static readonly HashSet<string> Pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "image/svg+xml",
    };

    /// <summary>Whether the page shows it; everything else is offered for download.</summary>
    public bool IsPicture => Pictures.Contains(Type);

    public static StoredFile Of(Attachment attachment) =>
        new(attachment.Name, attachment.MediaType, attachment.AltText, attachment.Content.ToArray());
}
