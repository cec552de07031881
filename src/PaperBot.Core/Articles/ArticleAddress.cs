using System.Diagnostics.CodeAnalysis;

namespace PaperBot.Core.Articles;

/// <summary>Canonical addresses of articles: what differs only in how it was linked is one article.</summary>
public static class ArticleAddress
{
    /// <summary>Longer addresses are not taken, in characters.</summary>
    public const int MaxLength = 2_000;

    private static readonly string[] Tracking =
    [
        "utm_",
        "fbclid",
        "gclid",
        "mc_cid",
        "mc_eid",
        "from=",
        "share_",
        "spm=",
    ];

    /// <summary>
    /// The canonical form of an address: host in small letters, no user, no fragment, no default port, no parameter
    /// that only says who linked (<c>utm_…</c>, <c>fbclid</c>, …), no slash at the end of the path.
    /// </summary>
    /// <returns>False for what is not an http or https address, or is too long.</returns>
    public static bool TryCanonical(string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return text is { Length: <= MaxLength }
            && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
            && TryCanonical(uri, out address);
    }

    /// <inheritdoc cref="TryCanonical(string?, out Uri?)" />
    public static bool TryCanonical(Uri uri, [NotNullWhen(true)] out Uri? address)
    {
        ArgumentNullException.ThrowIfNull(uri);
        address = null;
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https") || uri.AbsoluteUri.Length > MaxLength)
            return false;
        var port = uri.IsDefaultPort ? -1 : uri.Port;
        address = new UriBuilder(uri.Scheme, uri.IdnHost.ToLowerInvariant(), port)
        {
            Path = uri.AbsolutePath.Length > 1 ? uri.AbsolutePath.TrimEnd('/') : "/",
            Query = Query(uri.Query),
        }.Uri;
        return true;
    }

    /// <summary>
    /// What articles are found by: the canonical address without scheme and a leading <c>www.</c>, so that a link with
    /// http finds the article of https.
    /// </summary>
    public static string Key(Uri canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        var host = canonical.IdnHost.StartsWith("www.", StringComparison.Ordinal)
            ? canonical.IdnHost[4..]
            : canonical.IdnHost;
        var port = canonical.IsDefaultPort ? "" : FormattableString.Invariant($":{canonical.Port}");
        return host + port + canonical.PathAndQuery;
    }

    private static string Query(string query)
    {
        var kept = query
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !Array.Exists(Tracking, name => pair.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        return string.Join('&', kept);
    }
}
