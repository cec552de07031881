using PaperBot.Calculator.Functions;

namespace PaperBot.Calculator.Calculus;

/// <summary>Integrals, limits, sums and products by name.</summary>
internal static class CalculusList
{
    public static IEnumerable<FunctionEntry> All =>
        [
            new("integrate", 2, 10) { Aliases = ["integral", "quad"], Special = Integrals.Integrate },
            new("limit", 3, 4) { Aliases = ["lim"], Special = LimitCommand.Limit },
            new("sum", 1, 4) { Special = Sums.Sum },
            new("product", 1, 4) { Aliases = ["prod"], Special = Sums.Product },
        ];
}
