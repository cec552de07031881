namespace PaperBot.Core.Outcomes;

/// <summary>What kind of failure an <see cref="Error"/> is; every platform and the exit status of <c>exec</c> follow it.</summary>
public enum ErrorKind
{
    /// <summary>The person asked for something that cannot be understood or is out of range.</summary>
    UserInput,

    /// <summary>The request was understood and there is no such thing.</summary>
    NotFound,

    /// <summary>Too much at once, here or at an upstream; <see cref="Error.RetryAt"/> says when to come back.</summary>
    Throttled,

    /// <summary>An upstream does not answer, or answers nonsense.</summary>
    UpstreamDown,

    /// <summary>The person may not do this here.</summary>
    Refused,

    /// <summary>A mistake of ours.</summary>
    Internal,
}
