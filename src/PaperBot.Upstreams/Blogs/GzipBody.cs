using System.IO.Compression;

namespace PaperBot.Upstreams.Blogs;

/// <summary>A list that is packed as a file (<c>sitemap.xml.gz</c>); what the transport packs is unpacked before.</summary>
internal static class GzipBody
{
    /// <summary>A sitemap is at most so long, unpacked (sitemaps.org).</summary>
    public const int Longest = 52_428_800;

    public static bool Is(byte[] body) => body is [0x1F, 0x8B, ..];

    /// <returns>Null when it is damaged or longer than <paramref name="longest"/>.</returns>
    public static byte[]? Unpack(byte[] body, int longest = Longest)
    {
        using var packed = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = packed.Read(buffer)) > 0)
            {
                if (plain.Length + read > longest)
                    return null;
                plain.Write(buffer, 0, read);
            }
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
