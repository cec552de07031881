using System.Globalization;
using System.Text;

namespace PaperBot.Upstreams.Blogs;

/// <summary>A robots.txt for one robot (RFC 9309): the longest matching rule wins, allowing before forbidding.</summary>
internal sealed class RobotsRules
{
    private const int LargestFile = 500_000;
    private const int MostRules = 2_000;
    private const int LongestRule = 500;

    private readonly List<(string Path, bool Allows)> _rules;

    private RobotsRules(List<(string Path, bool Allows)> rules) => _rules = rules;

    /// <summary>Everything may be read.</summary>
    public static RobotsRules Everything { get; } = new([]);

    /// <summary>Nothing may be read.</summary>
    public static RobotsRules Nothing { get; } = new([("/", false)]);

    /// <summary>The pause that it asks for; zero for none.</summary>
    public TimeSpan Delay { get; private init; }

    /// <summary>The sitemaps that it names.</summary>
    public IReadOnlyList<Uri> Sitemaps { get; private init; } = [];

    /// <summary>Reads a file; what cannot be understood is left out.</summary>
    public static RobotsRules Read(byte[] file, string robot)
    {
        var text = Encoding.UTF8.GetString(file.AsSpan(0, Math.Min(file.Length, LargestFile)));
        var mine = new Group();
        var all = new Group();
        var sitemaps = new List<Uri>();
        var current = new List<Group>();
        var named = false;
        var found = false;
        foreach (var (key, value) in Lines(text))
        {
            switch (key)
            {
                case "user-agent":
                    if (!named)
                        current.Clear();
                    named = true;
                    if (value == "*")
                        current.Add(all);
                    else if (robot.Equals(value.Split('/', ' ')[0], StringComparison.OrdinalIgnoreCase))
                    {
                        current.Add(mine);
                        found = true;
                    }
                    break;
                case "allow" or "disallow":
                    named = false;
                    if (value.Length is > 0 and <= LongestRule)
                        foreach (var group in current.Where(group => group.Rules.Count < MostRules))
                            group.Rules.Add((Encoded(value), key == "allow"));
                    break;
                case "crawl-delay":
                    named = false;
                    if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
                        foreach (var group in current)
                            group.Delay = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 3_600));
                    break;
                case "sitemap":
                    // A path is an address of a file where paths begin with a slash.
                    if (
                        sitemaps.Count < 20
                        && Uri.TryCreate(value, UriKind.Absolute, out var sitemap)
                        && sitemap.Scheme is "http" or "https"
                    )
                        sitemaps.Add(sitemap);
                    break;
            }
        }
        var chosen = found ? mine : all;
        return new(chosen.Rules) { Delay = chosen.Delay, Sitemaps = sitemaps };
    }

    /// <summary>Whether the path (with query) may be read.</summary>
    public bool Allows(string path)
    {
        path = Encoded(path);
        var best = -1;
        var allowed = true;
        foreach (var (rule, allows) in _rules)
            if (rule.Length >= best && Matches(rule, path) && (rule.Length > best || allows))
                (best, allowed) = (rule.Length, allows);
        return allowed;
    }

    // * stands for anything, $ for the end. Greedy with one step back, so no rule takes long.
    private static bool Matches(string rule, string path)
    {
        var anchored = rule.EndsWith('$');
        var pattern = anchored ? rule[..^1] : rule + "*";
        int p = 0,
            t = 0,
            star = -1,
            mark = 0;
        while (t < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, mark) = (p++, t);
            else if (p < pattern.Length && pattern[p] == path[t])
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++mark);
            else
                return false;
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    // Octets beyond ASCII are compared percent-encoded, and those in one case (RFC 9309, 2.2.2).
    private static string Encoded(string path)
    {
        if (Ascii.IsValid(path) && !path.Contains('%', StringComparison.Ordinal))
            return path;
        var encoded = new StringBuilder(path.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(path))
            if (octet < 0x80)
                encoded.Append((char)octet);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        for (var i = 0; i + 2 < encoded.Length; i++)
            if (encoded[i] == '%')
                (encoded[i + 1], encoded[i + 2]) = (
                    char.ToUpperInvariant(encoded[i + 1]),
                    char.ToUpperInvariant(encoded[i + 2])
                );
        return encoded.ToString();
    }

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var plain = line.Split('#')[0];
            var colon = plain.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                yield return (plain[..colon].Trim().ToLowerInvariant(), plain[(colon + 1)..].Trim());
        }
    }

    private sealed class Group
    {
        public List<(string Path, bool Allows)> Rules { get; } = [];

        public TimeSpan Delay { get; set; }
    }
}
