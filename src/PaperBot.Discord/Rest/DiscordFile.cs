namespace PaperBot.Discord;

/// <summary>A file to send.</summary>
/// <param name="Name">Its name with extension; any script is allowed. Refer to it as <c>attachment://name</c>.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Description">Alternative text for people who do not see it, up to 1024 characters.</param>
/// <param name="MediaType">Its media type.</param>
/// <remarks>
/// <see href="https://docs.discord.com/developers/reference#uploading-files"/>
/// </remarks>
public sealed record DiscordFile(
    string Name,
    ReadOnlyMemory<byte> Content,
    string? Description = null,
    string MediaType = "application/octet-stream"
)
{
    /// <summary>Adds the new files, by their numbers, to the attachments that a message keeps.</summary>
    internal static IReadOnlyList<Attachment>? Describe(
        IReadOnlyList<Attachment>? kept,
        IReadOnlyList<DiscordFile> files
    )
    {
        if (files.Count == 0)
            return kept;
        var described = files.Select(
            (file, number) =>
                new Attachment
                {
                    Id = new Snowflake((ulong)number),
                    Filename = file.Name,
                    Description = file.Description,
                }
        );
        return [.. kept ?? [], .. described];
    }
}
