namespace PaperBot.Platforms.Web;

/// <summary>The local web chat.</summary>
public sealed class WebOptions
{
    /// <summary>The section of the configuration: <c>Web</c>.</summary>
    public const string Section = "Web";

    /// <summary>
    /// Where the page listens: <c>http://</c>, then <c>localhost</c>, an IP address or <c>*</c>, and a port. Default:
    /// this machine only, port 5080.
    /// </summary>
    public string Url { get; set; } = "http://localhost:5080";

    /// <summary>
    /// What opens the page, at least 16 characters. Needed when <see cref="Url"/> listens beyond this machine; without
    /// it whoever uses this machine uses the page.
    /// </summary>
    public string AccessKey { get; set; } = "";

    /// <summary>
    /// Further names under which browsers may call the page (<c>papers.example.org</c>), beside <c>localhost</c>, IP
    /// addresses and the host of <see cref="Url"/>.
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>For how many days a login is good. Default: 30.</summary>
    public int LoginDays { get; set; } = 30;

    /// <summary>The longest message, in characters. Default: 20,000.</summary>
    public int LongestMessage { get; set; } = 20_000;
}
