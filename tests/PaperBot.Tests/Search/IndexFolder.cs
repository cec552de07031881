namespace PaperBot.Tests.Search;

/// <summary>A folder for an index, gone afterwards.</summary>
internal sealed class IndexFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paperbot-index-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
