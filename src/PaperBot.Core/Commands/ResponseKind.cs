namespace PaperBot.Core.Commands;

/// <summary>What became of an <see cref="Incoming"/>.</summary>
public enum ResponseKind
{
    /// <summary>Answered, with a reply or a worded error.</summary>
    Answered,

    /// <summary>The same command of the same person waits already; the reply is one line about its position.</summary>
    Joined,

    /// <summary>The platform delivered an event that was taken before; nothing is to be shown.</summary>
    Repeated,
}
