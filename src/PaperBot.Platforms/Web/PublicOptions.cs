namespace PaperBot.Platforms.Web;

/// <summary>The listener for pages and callbacks that the outside may reach; off by default.</summary>
public sealed class PublicOptions
{
    /// <summary>The section of the configuration: <c>Public</c>.</summary>
    public const string Section = "Public";

    /// <summary>Where it listens, written as <see cref="WebOptions.Url"/>. Empty: there is no such listener.</summary>
    public string Listen { get; set; } = "";

    /// <summary>Its address as the outside knows it. Empty: nobody outside is told one.</summary>
    public string Url { get; set; } = "";
}
