namespace PaperBot.Core.Commands;

/// <summary>Something to offer while somebody types.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Value">What is put in.</param>
public sealed record Suggestion(string Label, string Value);
