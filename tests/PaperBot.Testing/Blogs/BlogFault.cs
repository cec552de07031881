namespace PaperBot.Testing.Blogs;

/// <summary>What is wrong with a page.</summary>
public enum BlogFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The server answers 500.</summary>
    Error,

    /// <summary>The connection breaks in the middle of the answer.</summary>
    Cut,

    /// <summary>A page without an article.</summary>
    Empty,

    /// <summary>Bytes that are no page.</summary>
    Binary,
}
