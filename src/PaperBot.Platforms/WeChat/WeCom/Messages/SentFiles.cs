using PaperBot.Core.Commands;
using PaperBot.Platforms.WeChat.Crypto;

namespace PaperBot.Platforms.WeChat.WeCom.Messages;

/// <summary>
/// The files that came with a message, to be fetched and decrypted when somebody reads them. A file that comes alone is
/// kept in mind for the same person's next message.
/// </summary>
internal sealed class SentFiles(IHttpClientFactory clients, TimeProvider time)
{
    public const string Client = "wecom-files";

    /// <summary>WeCom takes no larger file.</summary>
    public const int LargestFile = 20 << 20;

    private const int MostKept = 1_000;

    // The address is good for five minutes.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(4.5);

    private readonly Dictionary<(string Chat, string User), (DateTimeOffset At, IReadOnlyList<SentFile> Files)> _kept =
    [];

    /// <summary>Keeps the files of a message without words.</summary>
    public void Keep(WeComMessage message)
    {
        var now = time.GetUtcNow();
        lock (_kept)
        {
            foreach (var old in _kept.Where(pair => now - pair.Value.At > Kept).Select(pair => pair.Key).ToList())
                _kept.Remove(old);
            if (_kept.Count < MostKept)
                _kept[(message.Chat, message.User)] = (now, message.Files);
        }
    }

    /// <summary>The message's files, or those that the person sent just before.</summary>
    public IReadOnlyList<IncomingFile> Of(WeComMessage message)
    {
        var files = message.Files;
        lock (_kept)
            if (files.Count == 0 && _kept.Remove((message.Chat, message.User), out var kept))
                files = time.GetUtcNow() - kept.At <= Kept ? kept.Files : [];
        return
        [
            .. files.Select(file => new IncomingFile(
                file.Kind,
                file.Kind == "image" ? "image/*" : "application/octet-stream",
                0,
                token => OpenAsync(file, token)
            )),
        ];
    }

    private async Task<Stream> OpenAsync(SentFile file, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        var bytes = await client.GetByteArrayAsync(file.Url, cancellationToken);
        if (file.Key is null)
            return new MemoryStream(bytes, writable: false);
        return FileCipher.TryDecrypt(file.Key, bytes, out var content)
            ? new MemoryStream(content, writable: false)
            : throw new InvalidDataException("The file cannot be opened with its key.");
    }
}
