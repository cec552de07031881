namespace PaperBot.Platforms.Web.Views;

/// <summary>A file of a card as a page gets it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where its content is, below the page's own address.</param>
/// <param name="Alt">What it shows.</param>
/// <param name="Picture">Whether to show it.</param>
/// <param name="Size">Bytes.</param>
internal sealed record FileView(string Name, string Url, string Alt, bool Picture, int Size);
