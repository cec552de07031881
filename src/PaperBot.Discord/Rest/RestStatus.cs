namespace PaperBot.Discord.Rest;

/// <summary>Figures of the client since its start.</summary>
/// <param name="Sent">Attempts sent.</param>
/// <param name="RateLimited">Answers of 429.</param>
/// <param name="Invalid">Invalid answers (401, 403, 429) in the last ten minutes.</param>
/// <param name="Buckets">Rate limit buckets remembered.</param>
public readonly record struct RestStatus(long Sent, long RateLimited, int Invalid, int Buckets);
