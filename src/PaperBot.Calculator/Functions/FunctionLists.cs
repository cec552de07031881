namespace PaperBot.Calculator.Functions;

/// <summary>The lists that make up the table.</summary>
internal static class FunctionLists
{
    public static IEnumerable<IEnumerable<FunctionEntry>> All =>
        [
            TrigonometricFunctions.All,
            ElementaryFunctions.All,
            RoundingFunctions.All,
            LogicFunctions.All,
            SpecialFunctionList.All,
            NumberTheoryList.All,
            ListFunctions.All,
            StatisticsList.All,
            DistributionList.All,
            MatrixFunctionList.All,
            AlgebraList.All,
            Calculus.CalculusList.All,
            Equations.EquationList.All,
            Plots.PlotList.All,
        ];
}
