namespace PaperBot.Markdown.Splitting;

/// <summary>How good a place is for ending a part, worst first.</summary>
internal enum BreakGrade
{
    /// <summary>Only when nothing else fits.</summary>
    Never,

    /// <summary>Between two characters of a script without spaces.</summary>
    Character,

    /// <summary>At a space inside emphasis.</summary>
    Emphasis,

    /// <summary>At a space.</summary>
    Space,

    /// <summary>Behind 。！？ or .!? and a space.</summary>
    Sentence,

    /// <summary>At the end of a line, of a table row, of a line of code.</summary>
    Line,

    /// <summary>At an empty line.</summary>
    Paragraph,
}
