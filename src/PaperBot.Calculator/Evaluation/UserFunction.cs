using System.Collections.Immutable;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Evaluation;

/// <summary>f(x, y) = body, as it was typed.</summary>
internal sealed record UserFunction(string Name, ImmutableArray<string> Parameters, Node Body);
