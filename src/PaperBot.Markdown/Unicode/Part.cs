namespace PaperBot.Markdown.Unicode;

/// <summary>What a piece of a line is to its neighbours, which decides on spaces and brackets.</summary>
internal enum Part
{
    Start,
    Operand,

    /// <summary>A fraction, or a root without brackets: brackets come when something sticks to it.</summary>
    Loose,

    /// <summary>The name of a function, or words.</summary>
    Word,

    /// <summary>A sum, a product, an integral.</summary>
    Big,
    Binary,

    /// <summary>A sign before its operand.</summary>
    Sign,
    Relation,
    Open,
    Close,
    Comma,
    Slash,
    Space,
}
