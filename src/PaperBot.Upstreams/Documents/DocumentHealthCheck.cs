using System.Text;
using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;

namespace PaperBot.Upstreams.Documents;

/// <summary>For <c>doctor</c>: whether the text of a small PDF can be read.</summary>
internal sealed class DocumentHealthCheck(PdfText pdf, IOptions<DocumentOptions> options) : IHealthCheck
{
    private const string Sample =
        "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    public string Name => "documents";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var read = await pdf.ReadAsync(Encoding.ASCII.GetBytes(Sample), cancellationToken);
        var program = options.Value.PdfToTextPath;
        return
        [
            read.IsOk
                ? new(HealthLevel.Good, Message.Of("doctor.documents.good", ("program", program)))
                : new(HealthLevel.Notice, Message.Of("doctor.documents.off", ("reason", read.Error.Message))),
        ];
    }
}
