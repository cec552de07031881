namespace PaperBot.Core.Queues;

/// <summary>The class of a call, in the order in which queues serve them.</summary>
public enum Urgency
{
    /// <summary>Nobody waits for it: refreshing, filling gaps.</summary>
    Background,

    /// <summary>It has a time, like a digest.</summary>
    Scheduled,

    /// <summary>A person waits.</summary>
    Interactive,
}
