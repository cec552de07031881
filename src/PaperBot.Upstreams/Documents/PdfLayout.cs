using System.Text;
using Microsoft.Extensions.Options;
using PaperBot.Processes;

namespace PaperBot.Upstreams.Documents;

/// <summary>
/// A second look at a PDF through <c>mutool</c>: which lines are set as headings are, and the text where
/// <c>pdftotext</c> gives it garbled. The program wants a file, so the bytes stand in a temporary one meanwhile. A
/// machine without it reads PDFs all the same.
/// </summary>
internal sealed class PdfLayout(IOptions<DocumentOptions> options, TimeProvider time)
{
    private const int LongestOutput = 100_000_000;

    /// <summary>Which lines are set as headings; none where the program is missing or fails.</summary>
    public async Task<PdfMarks> MarksAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken) =>
        await RunAsync(file, "stext.json", cancellationToken) is { } json ? PdfMarks.Read(json) : PdfMarks.None;

    /// <summary>The text page by page; null where the program is missing or fails.</summary>
    public async Task<IReadOnlyList<string>?> PagesAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        if (await RunAsync(file, "txt", cancellationToken) is not { } bytes)
            return null;
        var pages = Encoding.UTF8.GetString(bytes).Split('\f');
        return pages[^1].Trim().Length == 0 ? pages[..^1] : pages;
    }

    private async Task<byte[]?> RunAsync(ReadOnlyMemory<byte> file, string format, CancellationToken cancellationToken)
    {
        if (options.Value.MutoolPath.Length == 0)
            return null;
        var folder = Directory.CreateTempSubdirectory("paperbot-pdf-");
        try
        {
            var path = Path.Combine(folder.FullName, "paper.pdf");
            await File.WriteAllBytesAsync(path, file, cancellationToken);
            var limits = new ChildLimits(options.Value.PdfTimeout, options.Value.PdfMemoryLimit, LongestOutput);
            return await new OneShotChild(time).RunAsync(
                options.Value.MutoolPath,
                ["draw", "-q", "-F", format, path],
                ReadOnlyMemory<byte>.Empty,
                limits,
                cancellationToken
            );
        }
        catch (ChildException)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
