using PaperBot.Core.Commands;

namespace PaperBot.Host.Cli;

/// <summary>For <c>exec</c> a file parameter is a path on this machine.</summary>
internal static class LocalFile
{
    public static IncomingFile? Find(string path)
    {
        if (!File.Exists(path))
            return null;
        var file = new FileInfo(path);
        return new IncomingFile(
            file.Name,
            "application/octet-stream",
            file.Length,
            _ => Task.FromResult<Stream>(file.OpenRead())
        );
    }
}
