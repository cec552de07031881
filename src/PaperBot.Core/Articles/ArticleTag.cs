namespace PaperBot.Core.Articles;

/// <summary>A tag or category with how many articles bear it.</summary>
/// <param name="Name">As the articles write it (the commonest writing).</param>
/// <param name="Count">Articles.</param>
public sealed record ArticleTag(string Name, int Count);
