namespace PaperBot.Upstreams.Documents;

/// <summary>What a file is, by its bytes and never by its name.</summary>
internal static class FileType
{
    private const int Head = 1_024;

    /// <summary>A PDF, with at most some bytes in front as readers allow.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, Head)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>A paper that LaTeXML made, as arXiv's HTML is.</summary>
    public static bool IsPaperHtml(ReadOnlySpan<byte> file) => file.IndexOf("ltx_document"u8) >= 0;

    /// <summary>A page that asks whether one is a robot.</summary>
    public static bool IsCaptcha(ReadOnlySpan<byte> file) =>
        file.IndexOf("captcha"u8) >= 0 || file.IndexOf("CAPTCHA"u8) >= 0 || file.IndexOf("Captcha"u8) >= 0;
}
