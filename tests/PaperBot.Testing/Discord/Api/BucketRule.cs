namespace PaperBot.Testing.Discord.Api;

/// <summary>A route's limit: so many in a window that begins with its first request.</summary>
internal sealed record BucketRule(string Name, int Limit, double Seconds)
{
    public static BucketRule Default { get; } = new("default", 20, 1);
}
