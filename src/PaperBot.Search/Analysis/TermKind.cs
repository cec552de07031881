namespace PaperBot.Search.Analysis;

/// <summary>What a term is.</summary>
internal enum TermKind
{
    /// <summary>A stemmed word, a number, a formula's piece.</summary>
    Word,

    /// <summary>Several words written as one: <c>gpt4</c> for GPT-4, <c>x^2</c>.</summary>
    Joined,

    /// <summary>A Chinese word of the dictionary.</summary>
    ChineseWord,

    /// <summary>Two Chinese characters side by side.</summary>
    Bigram,

    /// <summary>One Chinese character.</summary>
    Character,
}
