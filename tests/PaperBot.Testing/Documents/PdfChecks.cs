using System.Text;
using System.Text.Json;

namespace PaperBot.Testing.Documents;

/// <summary>Sentences of known papers that must be found in the text taken from their PDFs, in their order.</summary>
/// <param name="File">The PDF's path below the folder of the checks.</param>
/// <param name="Probes">The sentences.</param>
public sealed record PdfChecks(string File, IReadOnlyList<string> Probes)
{
    /// <summary>Reads <c>checks.json</c>; documents without probes are there too, with none.</summary>
    public static IReadOnlyList<PdfChecks> Read(string file)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(file));
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(item => new PdfChecks(
                    item.GetProperty("pdf").GetString()!,
                    item.TryGetProperty("probes", out var probes)
                        ? [.. probes.EnumerateArray().Select(probe => probe.GetString()!)]
                        : []
                )),
        ];
    }

    /// <summary>How many of the probes are in the text, and how many of those stand behind the one before.</summary>
    public (int Found, int InOrder) Compare(string text)
    {
        var plain = Plain(text);
        var (found, ordered, at) = (0, 0, -1);
        foreach (var probe in Probes.Select(Plain))
        {
            var place = plain.IndexOf(probe, Math.Max(at, 0), StringComparison.Ordinal);
            var inOrder = place >= 0;
            if (!inOrder)
                place = plain.IndexOf(probe, StringComparison.Ordinal);
            if (place < 0)
                continue;
            found++;
            if (!inOrder)
                continue;
            ordered++;
            at = place;
        }
        return (found, ordered);
    }

    /// <summary>The probes that are not in the text.</summary>
    public IEnumerable<string> Missing(string text)
    {
        var plain = Plain(text);
        return Probes.Where(probe => !plain.Contains(Plain(probe), StringComparison.Ordinal));
    }

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));
}
