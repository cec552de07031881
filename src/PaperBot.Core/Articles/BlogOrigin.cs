namespace PaperBot.Core.Articles;

/// <summary>How a source came in.</summary>
public enum BlogOrigin
{
    /// <summary>The configuration names it (<c>Blogs:0:Name</c>); only the configuration removes it.</summary>
    Configured,

    /// <summary>An administrator added it by command.</summary>
    Added,

    /// <summary>The starter articles of <c>--samples</c>; nothing is fetched.</summary>
    Sample,
}
