using PaperBot.Calculator.Latex;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Evaluation;

/// <summary>Values as text and LaTeX, exact and decimal.</summary>
internal static class Answers
{
    public static IReadOnlyList<CalculatorValue> Of(Node value, Node statement, Evaluator evaluator)
    {
        if (value is SymbolNode { Name: "#plot" })
            return [];
        if (value is ApplyNode { Head: Heads.List } list && list.Arguments.Length > 0 && list.Arguments.All(IsNamed))
            return [.. list.Arguments.Select(item => Named((ApplyNode)item, statement, evaluator))];
        if (IsNamed(value))
            return [Named((ApplyNode)value, statement, evaluator)];
        return [One(null, value, statement, evaluator)];
    }

    private static bool IsNamed(Node node) =>
        node is ApplyNode { Head: Heads.Equation } e
        && (e[0] is SymbolNode || e[0] is ApplyNode { Head: Heads.At or Heads.Prime });

    private static CalculatorValue Named(ApplyNode equation, Node statement, Evaluator evaluator) =>
        One(equation[0], equation[1], statement, evaluator);

    private static CalculatorValue One(Node? name, Node value, Node statement, Evaluator evaluator)
    {
        var shown = new Presenter(evaluator.Algebra).Present(value);
        var text = Printer.Display(shown);
        var isDecimal = value is NumberNode { Value.IsInexact: true };
        var (exact, decimals) = isDecimal ? (null, value) : (shown, Decimal(value, evaluator));
        // sin(1) is no news beside sin(1): then the decimal alone is the answer.
        if (exact is ApplyNode && decimals is not null && name is null && text == Printer.Display(statement))
            exact = null;
        var limit = evaluator.Budget.Limits.OutputLength;
        if (exact is not null && text.Length > limit)
        {
            (exact, decimals) = Shortened(value, evaluator) is { } big ? (null, big) : (exact, decimals);
            if (exact is null)
                evaluator.Warn("notice.long", ("digits", text.Length));
        }

        return new CalculatorValue(
            name is null ? null : Printer.Display(name),
            name is null ? null : LatexPrinter.Print(name),
            exact is null ? null : Statements.Shorten(text, evaluator),
            exact is null ? null : Statements.Shorten(LatexPrinter.Print(exact), evaluator),
            decimals is null ? null : Statements.Shorten(Printer.Display(decimals), evaluator),
            decimals is null ? null : Statements.Shorten(LatexPrinter.Print(decimals), evaluator),
            (decimals ?? value) is NumberNode { Value.IsReal: true } number && double.IsFinite(number.Value.ToDouble())
                ? number.Value.ToDouble()
                : null
        );
    }

    /// <summary>The decimal value of a constant, of each entry of a constant matrix; null where exact says it all.</summary>
    public static Node? Decimal(Node value, Evaluator evaluator)
    {
        switch (value)
        {
            case NumberNode { Value: ExactNumber { IsReal: true, Re.IsInteger: true } }:
                return null;
            case NumberNode { Value: ExactNumber { Re.IsInteger: true, Im.IsInteger: true } }:
                return null;
            case NumberNode { Value: ExactNumber exact }:
                return new NumberNode(new ExactNumber(exact.Re, exact.Im, true));
            case SymbolNode { Name: "true" or "false" or "undefined" or "inf" } or TextNode:
                return null;
            case MatrixNode or ApplyNode { Head: Heads.List }:
                return Each(value, evaluator);
            case ApplyNode { Head: Heads.Equation }:
                return null;
            case ApplyNode { Head: "factored" } factors when Algebra.IsConstant(factors):
                return evaluator.Algebra.Product([.. factors.Arguments.Select(evaluator.Algebra.Rebuild)]);
            default:
                if (!Algebra.IsConstant(value) || Walk.Any(value, n => n is SymbolNode { Name: "inf" }))
                    return null;
                var number =
                    NumericValue.Of(value, evaluator.Budget) ?? throw new CalculatorException("math.undefined");
                return new NumberNode(number);
        }
    }

    private static Node? Each(Node value, Evaluator evaluator)
    {
        var isNews = false;
        var decimals = Walk.Map(
            value,
            entry =>
            {
                var number = Decimal(entry, evaluator);
                isNews |= number is not null && entry is not NumberNode { Value.IsInexact: true };
                return number ?? entry;
            }
        );
        return isNews ? decimals : null;
    }

    /// <summary>An integer with thousands of digits as a power of ten.</summary>
    private static NumberNode? Shortened(Node value, Evaluator evaluator) =>
        value is NumberNode { Value: ExactNumber { IsReal: true } exact }
            ? new NumberNode(new BigNumber(new BigMath(160).Of(exact.Re), 30))
        : Algebra.IsConstant(value) && value is ApplyNode && NumericValue.Of(value, evaluator.Budget) is { } number
            ? new NumberNode(number)
        : null;
}
