using PaperBot.Core.Articles;

namespace PaperBot.Host.Samples;

/// <summary>Puts the starter articles that lie beside the program into the store.</summary>
internal sealed class SampleArticles(IArticleStore articles, IBlogStore blogs)
{
    /// <summary>Where the files are copied to.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "articles");

    /// <summary>May be called at every start.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> LoadAsync(CancellationToken cancellationToken)
    {
        var read = await ReadAsync(cancellationToken);
        var source = new BlogSource(SampleArticle.Source, "Starter articles", SampleArticle.Site, BlogOrigin.Sample)
        {
            AddedAt = DateTimeOffset.UnixEpoch,
        };
        await blogs.SaveAsync(source, cancellationToken);
        await articles.SaveAsync(read, cancellationToken);
        return read.Count;
    }

    /// <summary>The files' articles, by name.</summary>
    public static async Task<IReadOnlyList<Article>> ReadAsync(CancellationToken cancellationToken)
    {
        var read = new List<Article>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal))
            read.Add(
                SampleArticle.Read(
                    Path.GetFileNameWithoutExtension(file),
                    await File.ReadAllTextAsync(file, cancellationToken)
                )
            );
        return read;
    }
}
