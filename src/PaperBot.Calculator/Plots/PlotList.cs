using PaperBot.Calculator.Functions;

namespace PaperBot.Calculator.Plots;

/// <summary>Plots by name.</summary>
internal static class PlotList
{
    public static IEnumerable<FunctionEntry> All =>
        [
            new("plot", 1, 20) { Aliases = ["draw"], Special = PlotCommand.Plot },
            new("polar", 1, 20) { Aliases = ["polarplot"], Special = PlotCommand.Plot },
        ];
}
