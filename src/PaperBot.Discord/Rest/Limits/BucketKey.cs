namespace PaperBot.Discord.Rest.Limits;

/// <summary>By what a bucket is found.</summary>
/// <param name="Name">The route until Discord has named its bucket, then that name.</param>
/// <param name="TopLevel">The channel, guild, webhook or interaction.</param>
internal readonly record struct BucketKey(string Name, string TopLevel);
