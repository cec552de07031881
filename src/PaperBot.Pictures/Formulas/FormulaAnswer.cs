namespace PaperBot.Pictures.Formulas;

/// <summary>A line from <c>formulas.mjs</c>.</summary>
internal sealed record FormulaAnswer(long Id, string? Svg, string? Error);
