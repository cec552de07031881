namespace PaperBot.Search.Passages;

/// <summary>What a piece of text is.</summary>
internal enum TextPieceKind
{
    /// <summary>A word or a number.</summary>
    Word,

    /// <summary>A run of Chinese characters (kana and Hangul too).</summary>
    Chinese,

    /// <summary>A formula with its dollar signs.</summary>
    Formula,
}
