namespace PaperBot.Testing.Blogs;

/// <summary>What a simulated blog holds and what goes wrong in it; known in advance, so that a reading can be checked.</summary>
/// <param name="Articles">Addresses <c>/posts/1</c> and on; one in twenty is broken.</param>
public sealed record BlogPlan(int Articles)
{
    /// <summary>Addresses <c>/old/N</c> that redirect to their article.</summary>
    public int Redirects { get; } = Math.Max(1, Articles / 50);

    /// <summary>Addresses <c>/copy/N</c> that name another page as the canonical one.</summary>
    public int Copies { get; } = Math.Max(1, Articles / 50);

    /// <summary>Addresses <c>/private/N</c> that robots.txt does not want read.</summary>
    public int Private { get; } = Math.Max(1, Articles / 100);

    /// <summary>How many articles are broken.</summary>
    public int Broken => Enumerable.Range(1, Articles).Count(number => FaultOf(number) is not BlogFault.None);

    /// <summary>All pages that the sitemap names.</summary>
    public int Listed => Articles + Redirects + Copies + Private;

    /// <summary>What is wrong with an article's page.</summary>
    public static BlogFault FaultOf(int number) => number % 20 == 0 ? (BlogFault)(1 + number / 20 % 4) : BlogFault.None;

    /// <summary>How many articles are broken that way.</summary>
    public int BrokenBy(BlogFault fault) => Enumerable.Range(1, Articles).Count(number => FaultOf(number) == fault);
}
