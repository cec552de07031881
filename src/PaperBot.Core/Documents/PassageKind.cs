namespace PaperBot.Core.Documents;

/// <summary>What a passage is.</summary>
public enum PassageKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The abstract.</summary>
    Abstract,

    /// <summary>The caption of a figure or table, or a table's cells.</summary>
    Caption,

    /// <summary>An entry of the list of references: never evidence for what the paper itself says.</summary>
    Reference,
}
