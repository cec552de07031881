namespace PaperBot.Platforms.Web.Views;

/// <summary>A link to a page of this site.</summary>
/// <param name="Path">Below the site's folder.</param>
/// <param name="Label">What it says.</param>
internal sealed record PageLinkView(string Path, string Label);
