namespace PaperBot.Upstreams.Http;

/// <summary>An answer is longer than anything that is expected of the upstream.</summary>
internal sealed class BodyTooLargeException(int largest) : Exception($"The body has more than {largest} bytes.");
