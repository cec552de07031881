using PaperBot.Core.Commands;

namespace PaperBot.Host.Cli;

/// <summary>For <c>exec</c> a file parameter is a path on this machine.</summary>
internal static class LocalFile
{
    private const string AnyType = "application/octet-stream";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".html"] = "text/html",
        [".xml"] = "application/xml",
        [".opml"] = "text/x-opml",
        [".json"] = "application/json",
        [".csv"] = "text/csv",
        [".bib"] = "application/x-bibtex",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <summary>The file of a path; null when there is none.</summary>
    public static IncomingFile? Find(string path)
    {
        if (!File.Exists(path))
            return null;
        var file = new FileInfo(path);
        return new IncomingFile(
            file.Name,
            Types.GetValueOrDefault(file.Extension, AnyType),
            file.Length,
            _ => Task.FromResult<Stream>(file.OpenRead())
        );
    }
}
