using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>The page's own files, which the assembly carries in itself.</summary>
internal sealed class Assets
{
    private const string Prefix = "web/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Assembly _assembly = typeof(Assets).Assembly;
    private readonly FrozenDictionary<string, EntityTagHeaderValue> _tags;

    public Assets()
    {
        _tags = _assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], TagOf, StringComparer.Ordinal);
    }

    /// <summary>All paths, for tests.</summary>
    public IEnumerable<string> Paths => _tags.Keys;

    public IResult Find(HttpContext context, string path)
    {
        if (!_tags.TryGetValue(path, out var tag) || !Types.TryGetValue(Path.GetExtension(path), out var type))
            return TypedResults.NotFound();
        // Kept, but asked for again: an update shows at the next visit.
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Stream(_assembly.GetManifestResourceStream(Prefix + path)!, type, entityTag: tag);
    }

    private EntityTagHeaderValue TagOf(string name)
    {
        using var content = _assembly.GetManifestResourceStream(name)!;
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..12])}\"");
    }
}
