using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Gets a page and follows where it was moved to, inside the site. Each step takes a turn in the host's queue.</summary>
internal sealed class PageFetcher(BlogHosts hosts)
{
    private const int MostRedirects = 5;

    public async Task<Outcome<Fetched>> GetAsync(
        PageCall call,
        Uri site,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i <= MostRedirects; i++)
        {
            if (!SameSite(call.Address, site))
                return new Fetched(call.Address, null, PageState.Elsewhere);
            var fetched = await hosts.GetAsync(call, caller, cancellationToken);
            if (!fetched.IsOk || fetched.Value.Answer is not { Status: > 300 and < 400 and not 304 } moved)
                return fetched;
            if (moved.Location is not { Scheme: "http" or "https" } to)
                return new Fetched(call.Address, null, PageState.NotPublic);
            call = new(to);
        }
        return new Fetched(call.Address, null, PageState.Failed);
    }

    /// <summary>True for hosts of one site: the same but for <c>www.</c>, or one below the other.</summary>
    public static bool SameSite(Uri a, Uri b)
    {
        var (one, other) = (Bare(a), Bare(b));
        if (one == other)
            return a.IsDefaultPort || a.Port == b.Port || b.IsDefaultPort;
        return IsBelow(one, other) || IsBelow(other, one);
    }

    private static bool IsBelow(string name, string parent) =>
        parent.Contains('.', StringComparison.Ordinal) && name.EndsWith("." + parent, StringComparison.Ordinal);

    private static string Bare(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
