namespace PaperBot.Upstreams.Blogs;

/// <summary>Names of sources.</summary>
internal static class BlogName
{
    private const int Longest = 64;

    public static bool IsName(string name) =>
        name.Length is > 0 and <= Longest
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    /// <summary>The name of an address: the host without <c>www.</c>, and the first part of the path where it has one.</summary>
    public static string Of(Uri address)
    {
        var host = address.IdnHost.StartsWith("www.", StringComparison.Ordinal)
            ? address.IdnHost[4..]
            : address.IdnHost;
        var first = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        var port = address.IsDefaultPort ? "" : FormattableString.Invariant($"-{address.Port}");
        var text = host + port + (IsWord(first) ? "-" + first : "");
        var name = new string([.. text.ToLowerInvariant().Select(c => IsName(c.ToString()) ? c : '-')]);
        return name.Length > Longest ? name[..Longest] : name;
    }

    private static bool IsWord(string part) =>
        part.Length > 0
        && !part.Contains('.', StringComparison.Ordinal)
        && part is not ("feed" or "rss" or "atom" or "blog" or "archives" or "content.html");
}
