using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Plots;

/// <summary>The named settings at the end of a plot: xlabel="f (N)", logx=true, title="…".</summary>
internal sealed class PlotOptions
{
    private const int LabelLength = 80;
    private static readonly string[] Names =
    [
        "xlabel",
        "ylabel",
        "title",
        "logx",
        "logy",
        "polar",
        "fit",
        "ymin",
        "ymax",
        "label",
        "labels",
    ];

    public string? XLabel { get; private set; }

    public string? YLabel { get; private set; }

    public string? Title { get; private set; }

    public bool LogX { get; private set; }

    public bool LogY { get; private set; }

    public bool IsPolar { get; private set; }

    public int? FitDegree { get; private set; }

    public double? YMin { get; private set; }

    public double? YMax { get; private set; }

    public IReadOnlyList<string> Labels { get; private set; } = [];

    /// <summary>Takes the settings out of the arguments.</summary>
    public static (PlotOptions Options, List<Node> Items) Read(Evaluator e, ApplyNode call)
    {
        var options = new PlotOptions();
        var rest = new List<Node>();
        foreach (var argument in call.Arguments)
        {
            if (
                argument is ApplyNode { Head: Heads.Equation } setting
                && setting[0] is SymbolNode name
                && Names.Contains(name.Name)
            )
                options.Set(e, name.Name, setting[1]);
            else
                rest.Add(argument);
        }

        return (options, rest);
    }

    private void Set(Evaluator e, string name, Node value)
    {
        switch (name)
        {
            case "xlabel":
                XLabel = Text(value);
                break;
            case "ylabel":
                YLabel = Text(value);
                break;
            case "title":
                Title = Text(value);
                break;
            case "label" or "labels":
                Labels = [.. ListFunctions.Items(value).Select(Text)];
                break;
            case "logx":
                LogX = Truth(e, value);
                break;
            case "logy":
                LogY = Truth(e, value);
                break;
            case "polar":
                IsPolar = Truth(e, value);
                break;
            case "ymin":
                YMin = Equations.SolveCommand.Bound(e, value);
                break;
            case "ymax":
                YMax = Equations.SolveCommand.Bound(e, value);
                break;
            case "fit":
                FitDegree =
                    Make.IsInteger(e.Evaluate(value), out var degree) && degree is >= 0 and <= 10 ? degree
                    : Truth(e, value) ? 1
                    : null;
                break;
        }
    }

    private static bool Truth(Evaluator e, Node value) =>
        LogicFunctions.Truth(e.Evaluate(value)) ?? throw new CalculatorException("value.truth").At(value.Span);

    private static string Text(Node node)
    {
        var text = node is TextNode quoted ? quoted.Text : Syntax.Printer.Display(node);
        var clean = new string([.. text.Where(c => !char.IsControl(c))]);
        return clean.Length <= LabelLength ? clean : clean[..LabelLength];
    }
}
