using PaperBot.Calculator.Functions;

namespace PaperBot.Calculator.Equations;

/// <summary>Solving, optimising, differential equations and fits by name.</summary>
internal static class EquationList
{
    public static IEnumerable<FunctionEntry> All =>
        [
            new("solve", 2, 4) { Aliases = ["roots", "fsolve", "nsolve"], Special = SolveCommand.Solve },
            new("minimize", 2, 4) { Aliases = ["minimise"], Special = Optimization.Minimize },
            new("maximize", 2, 4) { Aliases = ["maximise"], Special = Optimization.Maximize },
            new("ode", 4, 60) { Special = OdeCommand.Solve },
            new("fit", 2, 5) { Aliases = ["regression", "linreg", "polyfit"], Special = Regression.Fit },
        ];
}
