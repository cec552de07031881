using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>The sign of what is certain: constants and even powers. Names are taken as real.</summary>
internal static class Signs
{
    /// <summary>1, 0 or -1; null when unknown.</summary>
    public static int? Of(Node node) =>
        node switch
        {
            NumberNode { Value.IsReal: true } number => number.Value.Sign,
            NumberNode => null,
            SymbolNode symbol => Constants.IsConstant(symbol.Name) ? 1 : null,
            ApplyNode { Head: Heads.Multiply } product => OfProduct(product),
            ApplyNode { Head: Heads.Add } sum => OfSum(sum),
            ApplyNode { Head: Heads.Power } power => Of(power[0]) == 1 && IsReal(power[1]) ? 1 : null,
            ApplyNode { Head: "cosh" or "exp" } positive => IsReal(positive[0]) ? 1 : null,
            ApplyNode { Head: "sinh" or "atan" or "asinh" or "tanh" or "cbrt" } odd => Of(odd[0]),
            _ => null,
        };

    /// <summary>True when the value cannot be negative.</summary>
    public static bool IsNonnegative(Node node) =>
        Of(node) is 0 or 1
        || node is ApplyNode { Head: "abs" }
        || (
            node is ApplyNode { Head: Heads.Power } power
            && Make.IsInteger(power[1], out var n)
            && n % 2 == 0
            && IsReal(power[0])
        )
        || (node is ApplyNode { Head: Heads.Multiply or Heads.Add } many && many.Arguments.All(IsNonnegative));

    /// <summary>Names are taken as real; i, roots and logarithms of what may be negative are not.</summary>
    private static bool IsReal(Node node) =>
        !Walk.Any(
            node,
            n =>
                n
                    is NumberNode { Value.IsReal: false }
                        or SymbolNode { Name: "i" }
                        or ApplyNode { Head: "ln" or "log2" or "log10" or "asin" or "acos" or "acosh" or "atanh" }
                || (
                    n is ApplyNode { Head: Heads.Power } power
                    && !Make.IsInteger(power[1], out _)
                    && power[0] is NumberNode { Value: { IsReal: true, Sign: < 0 } }
                )
        );

    private static int? OfProduct(ApplyNode product)
    {
        var sign = 1;
        foreach (var factor in product.Arguments)
        {
            if (Of(factor) is not { } own)
                return null;
            sign *= own;
        }

        return sign;
    }

    private static int? OfSum(ApplyNode sum)
    {
        int? sign = null;
        foreach (var term in sum.Arguments)
        {
            var own = Of(term) ?? (IsNonnegative(term) ? 0 : null);
            if (own is null || (sign is not null && own * sign < 0))
                return null;
            sign = sign is null or 0 ? own : sign;
        }

        return sign == 0 ? null : sign;
    }
}
