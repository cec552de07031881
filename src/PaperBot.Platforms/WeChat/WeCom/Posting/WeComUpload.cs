using System.Security.Cryptography;
using System.Text.Json.Nodes;
using PaperBot.Core.Replies;
using PaperBot.Platforms.WeChat.WeCom.Connection;
using PaperBot.Platforms.WeChat.WeCom.Rendering;

namespace PaperBot.Platforms.WeChat.WeCom.Posting;

/// <summary>Uploads a file in pieces over the connection.</summary>
internal sealed class WeComUpload(WeComLink link)
{
    /// <summary>A piece, before base64.</summary>
    public const int Piece = 512 * 1024;

    private const int Attempts = 3;

    /// <summary>The acknowledgement that names the medium, or the first that refused.</summary>
    /// <exception cref="WeComLostException">The connection broke: begin anew.</exception>
    public async Task<WeComFrame> SendAsync(Attachment file, CancellationToken cancellationToken)
    {
        var content = file.Content;
        var begun = await link.CallAsync(
            WeComCommands.UploadBegin,
            new JsonObject
            {
                ["type"] = KindOf(file),
                ["filename"] = file.Name,
                ["total_size"] = content.Length,
                ["total_chunks"] = Math.Max(1, (content.Length + Piece - 1) / Piece),
                ["md5"] = Md5(content.Span),
            },
            cancellationToken
        );
        if (begun.ErrorCode is not 0 || Name(begun, "upload_id") is not { } upload)
            return begun;
        for (var (index, from) = (0, 0); from < content.Length; index++, from += Piece)
        {
            var piece = content.Slice(from, Math.Min(Piece, content.Length - from));
            if (await PieceAsync(upload, index, piece, cancellationToken) is { ErrorCode: not 0 } refused)
                return refused;
        }
        return await link.CallAsync(
            WeComCommands.UploadEnd,
            new JsonObject { ["upload_id"] = upload },
            cancellationToken
        );
    }

    public static string? MediumOf(WeComFrame frame) => Name(frame, "media_id");

    public static string KindOf(Attachment file) => WeComWriter.IsPicture(file) ? "image" : "file";

    private async Task<WeComFrame> PieceAsync(
        string upload,
        int index,
        ReadOnlyMemory<byte> piece,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await link.CallAsync(
                WeComCommands.UploadPiece,
                new JsonObject
                {
                    ["upload_id"] = upload,
                    ["chunk_index"] = index,
                    ["base64_data"] = Convert.ToBase64String(piece.Span),
                },
                cancellationToken
            );
            if (answer.ErrorCode is 0 || attempt == Attempts)
                return answer;
        }
    }

    private static string Md5(ReadOnlySpan<byte> content)
    {
#pragma warning disable CA5351 // The platform's own check of the transfer; there is no other.
        return Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
    }

    private static string? Name(WeComFrame frame, string field) =>
        frame.Body?[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
