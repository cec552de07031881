namespace PaperBot.Core.Models;

/// <summary>What a model said.</summary>
/// <param name="Text">Its raw text: data, never instructions; whoever shows it cleans it first.</param>
/// <param name="Model">Which model it was.</param>
/// <param name="End">How it ended.</param>
/// <param name="Usage">What it took.</param>
/// <param name="At">When it was complete.</param>
public sealed record ModelAnswer(string Text, string Model, AnswerEnd End, ModelUsage Usage, DateTimeOffset At)
{
    /// <summary>Stands in the line under every answer of a model, in both languages: what is shortened keeps that line.</summary>
    public const string Mark = "AI-generated";

    /// <summary>Whether the model said all that it wanted to.</summary>
    public bool IsComplete => End == AnswerEnd.Complete;
}
