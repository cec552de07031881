namespace PaperBot.Upstreams.Blogs;

/// <summary>An answer as it came.</summary>
/// <param name="Status">The HTTP status; 0 when the body was too long.</param>
/// <param name="Body">The body, unpacked.</param>
internal sealed record PageAnswer(int Status, byte[] Body)
{
    /// <summary>The media type in small letters; empty when none was told.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The charset that the header names.</summary>
    public string? Charset { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>True when a header asks not to be indexed (<c>X-Robots-Tag</c>).</summary>
    public bool IsNoIndex { get; init; }

    /// <summary>True when the name led to no public address.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>True when the connection broke inside the body.</summary>
    public bool IsCut { get; init; }

    /// <summary>True for what is longer than is taken.</summary>
    public bool IsTooLarge { get; init; }
}
