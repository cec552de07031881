using Microsoft.Extensions.Options;
using PaperBot.Core.Papers;

namespace PaperBot.Platforms.Web.Papers;

/// <summary>Addresses of papers' pages.</summary>
internal sealed class PaperPages(IOptions<PublicOptions> options) : IPaperPages
{
    /// <summary>The folder of the pages, with slashes around it.</summary>
    public const string Folder = "/papers/";

    public Uri? Of(ArxivId paper) =>
        options.Value.Url.Length == 0 ? null : new Uri(options.Value.Url.TrimEnd('/') + PathOf(paper));

    /// <summary>The path of a page; an old identifier brings a slash of its own.</summary>
    public static string PathOf(ArxivId paper) => Folder + paper;
}
