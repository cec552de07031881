using System.Collections.Immutable;
using System.Numerics;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Everything the calculator knows about one function. Only the parts that exist are filled in.</summary>
internal sealed record FunctionEntry(string Name, int MinArguments, int MaxArguments)
{
    public FunctionEntry(string name)
        : this(name, 1, 1) { }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public Func<double, double>? Real { get; init; }

    public Func<double, double, double>? Real2 { get; init; }

    public Func<double[], double>? RealMany { get; init; }

    public Func<Complex, Complex>? Complex { get; init; }

    public Func<Complex[], Complex>? ComplexMany { get; init; }

    /// <summary>Exact values and rewritings; null where there is nothing to do.</summary>
    public Func<Algebra, ImmutableArray<Node>, Node?>? Exact { get; init; }

    /// <summary>The partial derivative by the argument of the given place.</summary>
    public Func<Algebra, ImmutableArray<Node>, int, Node?>? Derivative { get; init; }

    /// <summary>With many digits or a wide exponent.</summary>
    public Func<BigMath, BigFloat[], BigFloat>? Big { get; init; }

    /// <summary>Takes evaluated arguments of any shape: matrices, lists, numbers.</summary>
    public Func<Evaluator, ImmutableArray<Node>, Node>? Whole { get; init; }

    /// <summary>Takes its arguments unevaluated, because it binds a name in them.</summary>
    public Func<Evaluator, ApplyNode, Node>? Special { get; init; }

    /// <summary>Values at places where the function jumps or has no derivative: see the integrator.</summary>
    public bool HasKinks { get; init; }

    /// <summary>Whether a missing argument need not make the value missing: a branch that is not taken.</summary>
    public bool TakesMissing { get; init; }

    public bool HasScalar => Real is not null || Real2 is not null || RealMany is not null;
}
