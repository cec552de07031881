using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PaperBot.Discord.Rest;

/// <summary>
/// A form of the JSON and the files. Written by hand, because .NET writes names without quotes and file names as
/// encoded
/// words, which strict servers refuse. See
/// <see href="https://docs.discord.com/developers/reference#uploading-files">reference: uploading files</see>.
/// </summary>
internal sealed class MultipartBody : HttpContent
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];

    public MultipartBody(ReadOnlyMemory<byte> json, IReadOnlyList<DiscordFile> files, string boundary)
    {
        Add($"--{boundary}\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n");
        Add("Content-Type: application/json\r\n\r\n");
        _pieces.Add(json);
        for (var number = 0; number < files.Count; number++)
        {
            var file = files[number];
            Add($"\r\n--{boundary}\r\nContent-Disposition: form-data; ");
            Add($"name=\"files[{number}]\"; filename=\"{Escape(file.Name)}\"\r\n");
            Add($"Content-Type: {file.MediaType}\r\n\r\n");
            _pieces.Add(file.Content);
        }

        Add($"\r\n--{boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary=\"{boundary}\"");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await SerializeToStreamAsync(stream, context, CancellationToken.None).ConfigureAwait(false);
    }

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        foreach (var piece in _pieces)
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _pieces.Sum(piece => (long)piece.Length);
        return true;
    }

    /// <summary>What browsers do to the three characters that would end the value.</summary>
    private static string Escape(string name) =>
        name.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private void Add(string text) => _pieces.Add(Encoding.UTF8.GetBytes(text));
}
