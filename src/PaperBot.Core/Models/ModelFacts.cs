namespace PaperBot.Core.Models;

/// <summary>One configured model.</summary>
/// <param name="Name">As the provider names it: <c>kimi-k2</c>, <c>qwen3:8b</c>.</param>
/// <param name="Host">Whose machine reads what is sent.</param>
/// <param name="ContextTokens">How much text it takes, prompt and answer together, in tokens.</param>
public sealed record ModelFacts(string Name, string Host, int ContextTokens);
