namespace PaperBot.Testing.Llm;

/// <summary>What a simulated model does instead of answering well.</summary>
public enum ModelFault
{
    /// <summary>It answers well.</summary>
    None,

    /// <summary>It takes the request and says nothing.</summary>
    Hang,

    /// <summary>It begins to speak and then says nothing more.</summary>
    Stall,

    /// <summary>429 with Retry-After.</summary>
    Throttle,

    /// <summary>503.</summary>
    Down,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>429 with <c>insufficient_quota</c>.</summary>
    NoCredit,

    /// <summary>400 with <c>context_length_exceeded</c>.</summary>
    Overflow,

    /// <summary>The connection breaks in the middle of the answer.</summary>
    Cut,

    /// <summary>One byte a second.</summary>
    Slow,

    /// <summary>Events that are no JSON.</summary>
    Malformed,

    /// <summary>An error as an event in the middle of the stream.</summary>
    ErrorEvent,

    /// <summary>It is done and has said nothing.</summary>
    Empty,

    /// <summary>It stops at the longest answer that is allowed.</summary>
    Length,

    /// <summary>It cites keys that were not in the prompt.</summary>
    InventedKeys,

    /// <summary>It quotes what does not stand in the paper.</summary>
    InventedQuotes,

    /// <summary>It gives its instructions back.</summary>
    RepeatsPrompt,

    /// <summary>It does what a text in the paper tells it to: a link, a mention, a command.</summary>
    Obeys,

    /// <summary>It thinks aloud, between tags, before it answers.</summary>
    Thinks,

    /// <summary>It takes neither <c>max_tokens</c> nor a temperature, and says so.</summary>
    Picky,

    /// <summary>It does not tell how many tokens it took.</summary>
    NoUsage,
}
