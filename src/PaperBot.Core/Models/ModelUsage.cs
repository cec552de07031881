namespace PaperBot.Core.Models;

/// <summary>What calls took.</summary>
/// <param name="InputTokens">Tokens of the prompt.</param>
/// <param name="OutputTokens">Tokens of the answer, thinking included.</param>
/// <param name="IsEstimated">True when the provider did not tell and the numbers are reckoned from the text's length.</param>
public readonly record struct ModelUsage(long InputTokens, long OutputTokens, bool IsEstimated = false)
{
    /// <summary>Both together; what the day's budget counts.</summary>
    public long Total => InputTokens + OutputTokens;
}
