namespace PaperBot.Handlers.Routing.Accepted;

/// <summary>How accepted requests survive a crash.</summary>
internal sealed class RequestsOptions
{
    public const string Section = "Requests";

    /// <summary>
    /// A request whose process has not been heard of for so long is taken over; so long it also takes until an answer is
    /// given again that failed on its way out. Default 30 s.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After so many beginnings the asker is told that it did not work. Default 3.</summary>
    public int MostAttempts { get; set; } = 3;

    /// <summary>How long a shutdown waits for what is being answered. Default 20 s.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(20);
}
