namespace PaperBot.Pictures.Formulas;

/// <summary>A line to <c>formulas.mjs</c>.</summary>
internal sealed record FormulaRequest(long Id, string Tex, bool Display);
