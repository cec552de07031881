namespace PaperBot.Core.Models;

/// <summary>A prompt with everything filled in.</summary>
/// <param name="Name">The prompt file's name, for usage: <c>faq-problem</c>.</param>
/// <param name="Version">
/// Changes whenever the prompt's file changes; answers are kept by it. 8 hexadecimal digits of the file's hash.
/// </param>
/// <param name="Messages">What is sent, in order.</param>
public sealed record ModelPrompt(string Name, string Version, IReadOnlyList<ModelMessage> Messages)
{
    /// <summary>The longest answer, in tokens. Default 1,500.</summary>
    public int MaxOutputTokens { get; init; } = 1_500;

    /// <summary>How freely it is worded, 0 to 2; null leaves it to the provider.</summary>
    public double? Temperature { get; init; }
}
