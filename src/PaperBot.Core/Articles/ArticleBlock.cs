namespace PaperBot.Core.Articles;

/// <summary>A paragraph, a formula that stands alone, a listing, …</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Plain text with formulas between dollar signs; code as it stands.</param>
/// <param name="Link">For a picture: its address.</param>
public sealed record ArticleBlock(ArticleBlockKind Kind, string Text, Uri? Link = null);
