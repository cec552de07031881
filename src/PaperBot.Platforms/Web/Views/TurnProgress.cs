namespace PaperBot.Platforms.Web.Views;

/// <summary>How far a turn's answer is.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Text">One line: position and expected wait, or what is being done.</param>
/// <param name="Html">The answer so far; null when it does not come in pieces.</param>
internal sealed record TurnProgress(string Turn, string Text, string? Html);
