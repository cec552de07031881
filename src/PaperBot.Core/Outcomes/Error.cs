using PaperBot.Core.Texts;

namespace PaperBot.Core.Outcomes;

/// <summary>
/// A failure as a value. It carries a message by key, never a sentence: callers who share one upstream call may read
/// different languages. Raw text of an upstream and stack traces do not belong in it.
/// </summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Message">One sentence, by key, that says what to do next.</param>
/// <param name="RetryAt">When trying again makes sense; null when time changes nothing or nobody knows.</param>
public sealed record Error(ErrorKind Kind, Message Message, DateTimeOffset? RetryAt = null);
