namespace PaperBot.Upstreams.Blogs;

/// <summary>A page to get, unless it is what it was.</summary>
/// <param name="Address">Where.</param>
/// <param name="ETag">The validator of the stored answer; null for none.</param>
/// <param name="LastModified">The other validator; null for none.</param>
internal sealed record PageCall(Uri Address, string? ETag = null, string? LastModified = null);
