namespace PaperBot.Core.Commands;

/// <summary>The type of a command's parameter.</summary>
public enum ParameterKind
{
    /// <summary>Text: a <see cref="string"/>.</summary>
    Text,

    /// <summary>A whole number: a <see cref="long"/>.</summary>
    Integer,

    /// <summary>A number: a <see cref="double"/>.</summary>
    Number,

    /// <summary>One of <see cref="Parameter.Choices"/>: its value as a <see cref="string"/>.</summary>
    Choice,

    /// <summary>Yes or no: a <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>
    /// A paper: text as it was typed, an identifier, a link or words of the title. It is a kind of its own so that
    /// platforms can offer papers while somebody types.
    /// </summary>
    Paper,

    /// <summary>A file: an <see cref="IncomingFile"/>.</summary>
    File,
}
