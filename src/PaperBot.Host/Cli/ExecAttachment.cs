using PaperBot.Core.Replies;

namespace PaperBot.Host.Cli;

/// <summary>A file of a reply.</summary>
internal sealed record ExecAttachment(string Name, string MediaType, string AltText, string Base64)
{
    public static ExecAttachment Of(Attachment attachment) =>
        new(attachment.Name, attachment.MediaType, attachment.AltText, Convert.ToBase64String(attachment.Content.Span));
}
