using System.ComponentModel.DataAnnotations;

namespace PaperBot.Upstreams.Documents;

/// <summary>The section <c>Documents</c>: how texts of papers are fetched and read.</summary>
public sealed class DocumentOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Documents";

    /// <summary>The time between two downloads from arXiv. Default and least for arXiv itself: 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>After this a download is given up. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:15:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After this a waiting person is told. Default 3 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>A larger file is not read. Default 40,000,000 bytes.</summary>
    [Range(100_000, 500_000_000)]
    public int LargestFile { get; set; } = 40_000_000;

    /// <summary>The program that takes the text out of a PDF; empty switches PDFs off. Default <c>pdftotext</c>.</summary>
    public string PdfToTextPath { get; set; } = "pdftotext";

    /// <summary>
    /// The program that tells headings by their type and reads what came out garbled; empty does without. Default
    /// <c>mutool</c>.
    /// </summary>
    public string MutoolPath { get; set; } = "mutool";

    /// <summary>How long either may take for one file before it is killed. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PdfTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How much memory it may take, in MiB. Default 1024.</summary>
    [Range(128, 16_384)]
    public int PdfMemoryLimit { get; set; } = 1024;
}
