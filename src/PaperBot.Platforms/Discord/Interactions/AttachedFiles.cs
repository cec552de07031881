using PaperBot.Core.Commands;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>The files that came with a command, to be fetched when somebody reads them.</summary>
internal sealed class AttachedFiles(IHttpClientFactory clients)
{
    public const string Client = "discord-files";

    public IReadOnlyList<IncomingFile> Of(InteractionData data, IReadOnlyList<InteractionOption> options) =>
        [
            .. options
                .Where(option => option.Type == ApplicationCommandOptionType.Attachment)
                .Select(option => Find(data, option.Text))
                .OfType<Attachment>()
                .Where(file => file.Url is not null)
                .Select(file => new IncomingFile(
                    file.Filename ?? "file",
                    file.ContentType ?? "application/octet-stream",
                    file.Size ?? 0,
                    token => OpenAsync(file, token)
                )),
        ];

    private static Attachment? Find(InteractionData data, string? id) =>
        Snowflake.TryParse(id, null, out var number) ? data.Resolved?.Attachments?.GetValueOrDefault(number) : null;

    private async Task<Stream> OpenAsync(Attachment file, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(Client);
        return await client.GetStreamAsync(new Uri(file.Url!), cancellationToken);
    }
}
