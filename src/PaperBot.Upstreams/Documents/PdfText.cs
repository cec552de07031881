using System.Text;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Processes;

namespace PaperBot.Upstreams.Documents;

/// <summary>
/// Text of a PDF, page by page, through <c>pdftotext</c>: a child process with limits on time and memory, which gets
/// the file on its standard input and no argument of anybody's.
/// </summary>
internal sealed class PdfText(IOptions<DocumentOptions> options, TimeProvider time)
{
    private const int LongestText = 30_000_000;

    public async Task<Outcome<IReadOnlyList<string>>> ReadAsync(
        ReadOnlyMemory<byte> file,
        CancellationToken cancellationToken
    )
    {
        var program = options.Value.PdfToTextPath;
        if (program.Length == 0)
            return DocumentErrors.NoProgram("pdftotext");
        if (!FileType.IsPdf(file.Span))
            return DocumentErrors.NotPdf();
        try
        {
            var limits = new ChildLimits(options.Value.PdfTimeout, options.Value.PdfMemoryLimit, LongestText);
            var bytes = await new OneShotChild(time).RunAsync(
                program,
                ["-q", "-enc", "UTF-8", "-", "-"],
                file,
                limits,
                cancellationToken
            );
            var pages = Encoding.UTF8.GetString(bytes).Split('\f');
            return pages[^1].Length == 0 ? pages[..^1] : pages;
        }
        catch (ChildException e)
        {
            return e.Failure == ChildFailure.Missing ? DocumentErrors.NoProgram(program) : DocumentErrors.TooHard();
        }
    }
}
