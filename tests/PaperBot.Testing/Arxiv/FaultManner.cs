namespace PaperBot.Testing.Arxiv;

/// <summary>How a faulty answer goes out.</summary>
public enum FaultManner
{
    /// <summary>Whole.</summary>
    Whole,

    /// <summary>Half of it, then the connection is broken.</summary>
    Cut,

    /// <summary>A tenth of it each second.</summary>
    Slow,

    /// <summary>Nothing at all until the client goes.</summary>
    Stall,

    /// <summary>The body again and again, without end.</summary>
    Endless,
}
