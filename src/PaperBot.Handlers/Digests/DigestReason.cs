namespace PaperBot.Handlers.Digests;

/// <summary>Why a paper stands where it does.</summary>
/// <param name="Kind">Names its text: <c>digest.reason.&lt;kind&gt;</c>.</param>
/// <param name="Weight">The points that it gives or takes.</param>
/// <param name="Words">What it is about: the words, the author, the paper that it is like.</param>
internal sealed record DigestReason(string Kind, double Weight, string Words);
