namespace PaperBot.Core.Articles;

/// <summary>What a block of an article is.</summary>
public enum ArticleBlockKind
{
    /// <summary>A paragraph, with formulas in it.</summary>
    Prose,

    /// <summary>A formula of its own line, with its <c>$$</c>.</summary>
    Formula,

    /// <summary>An entry of a list.</summary>
    Item,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Program code, line breaks kept.</summary>
    Code,

    /// <summary>A row of a table, cells separated by <c> | </c>.</summary>
    Row,

    /// <summary>A picture: its caption or its alternative text.</summary>
    Picture,
}
