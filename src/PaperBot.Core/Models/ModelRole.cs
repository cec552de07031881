namespace PaperBot.Core.Models;

/// <summary>Who speaks in a message.</summary>
public enum ModelRole
{
    /// <summary>The bot's own rules.</summary>
    System,

    /// <summary>The task, with the paper's text fenced as data.</summary>
    User,

    /// <summary>What the model said before.</summary>
    Assistant,
}
