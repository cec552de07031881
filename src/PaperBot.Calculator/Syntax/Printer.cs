using System.Globalization;
using System.Text;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

/// <summary>A tree as text that reads back as the same tree.</summary>
internal sealed class Printer(int digits)
{
    private readonly StringBuilder _text = new();

    /// <summary>With all digits, for keeping and for reading again.</summary>
    public static string Exactly(Node node) => new Printer(0).Print(node);

    public static string Display(Node node) => new Printer(NumberFormat.Significant).Print(node);

    private string Print(Node node)
    {
        Write(node);
        return _text.ToString();
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case NumberNode number:
                _text.Append(NumberFormat.Text(number.Value, digits));
                break;
            case SymbolNode symbol:
                _text.Append(symbol.Name);
                break;
            case TextNode text:
                _text.Append('"').Append(text.Text).Append('"');
                break;
            case MatrixNode matrix:
                Write(matrix);
                break;
            case ApplyNode apply:
                Write(apply);
                break;
        }
    }

    private void Write(MatrixNode matrix)
    {
        _text.Append('[');
        for (var i = 0; i < matrix.Rows; i++)
        {
            _text.Append(i > 0 ? "; " : "");
            for (var j = 0; j < matrix.Columns; j++)
            {
                _text.Append(j > 0 ? ", " : "");
                Write(matrix[i, j]);
            }
        }

        _text.Append(']');
    }

    private void Write(ApplyNode apply)
    {
        switch (apply.Head)
        {
            case Heads.Negate:
                Prefix("-", apply[0], Precedence.Sign);
                break;
            case Heads.Plus:
                Prefix("+", apply[0], Precedence.Sign);
                break;
            case Heads.Not:
                Prefix("not ", apply[0], Precedence.Not);
                break;
            case Heads.Factorial or Heads.DoubleFactorial or Heads.Percent:
                Inside(apply[0], Precedence.Postfix, alsoEqual: Make.Is(apply[0], Heads.Factorial));
                _text.Append(apply.Head);
                break;
            case Heads.Prime:
                Inside(apply[0], Precedence.Postfix, alsoEqual: true);
                _text.Append('\'', Make.IsInteger(apply[1], out var count) ? count : 1);
                break;
            case Heads.List:
                Listed("{", apply.Arguments.AsSpan(), "}");
                break;
            case Heads.At:
                Write(apply[0]);
                Listed("(", apply.Arguments.AsSpan()[1..], ")");
                break;
            case Heads.Index:
                Write(apply[0]);
                Listed("[", apply.Arguments.AsSpan()[1..], "]");
                break;
            case Heads.Range when apply.Arguments.Length == 3:
                Inside(apply[0], Precedence.Range, alsoEqual: true);
                _text.Append(':');
                Inside(apply[1], Precedence.Range, alsoEqual: true);
                _text.Append(':');
                Inside(apply[2], Precedence.Range, alsoEqual: true);
                break;
            default:
                if (apply.Arguments.Length >= 2 && Precedence.Binary.TryGetValue(apply.Head, out var level))
                    Infix(apply, level);
                else
                    Call(apply);
                break;
        }
    }

    private void Call(ApplyNode apply)
    {
        _text.Append(apply.Head);
        Listed("(", apply.Arguments.AsSpan(), ")");
    }

    private void Listed(string open, ReadOnlySpan<Node> items, string close)
    {
        _text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            _text.Append(i > 0 ? ", " : "");
            Write(items[i]);
        }

        _text.Append(close);
    }

    private void Prefix(string sign, Node operand, int level)
    {
        _text.Append(sign);
        Inside(operand, level, alsoEqual: false);
    }

    private void Infix(ApplyNode apply, int level)
    {
        var (sign, last) = apply.Head switch
        {
            Heads.AddPercent => (" + ", "%"),
            Heads.SubtractPercent => (" - ", "%"),
            Heads.Power or Heads.EntryPower or Heads.Multiply or Heads.Divide or Heads.Range => (apply.Head, ""),
            Heads.EntryMultiply or Heads.EntryDivide => (" " + apply.Head + " ", ""),
            _ => string.Create(CultureInfo.InvariantCulture, $" {apply.Head} ") is var spaced ? (spaced, "") : default,
        };
        var isPower = level == Precedence.Power;
        var isFlat = level is Precedence.Equation or Precedence.Range or Precedence.Comparison;
        for (var i = 0; i < apply.Arguments.Length; i++)
        {
            _text.Append(i > 0 ? sign : "");
            var isLast = i == apply.Arguments.Length - 1;
            if (isPower && i > 0)
                Exponent(apply[i], level);
            else if (last.Length > 0 && isLast)
                Inside(apply[i], Precedence.Postfix, alsoEqual: false);
            else
                Inside(
                    apply[i],
                    level,
                    alsoEqual: isPower || isFlat || (i > 0 && !IsFlattened(apply)),
                    isOperand: i > 0
                );
        }

        _text.Append(last);
    }

    private void Exponent(Node node, int level)
    {
        var start = _text.Length;
        Inside(node, IsSigned(node) ? Precedence.Sign : level, alsoEqual: false);
        // A brace behind ^ would be read as LaTeX.
        if (_text[start] == '{')
            _text.Insert(start, '(').Append(')');
    }

    /// <summary>2^-x needs no brackets: an exponent may carry a sign.</summary>
    private static bool IsSigned(Node node) =>
        node is ApplyNode { Head: Heads.Negate or Heads.Plus } sign && Precedence.Of(sign[0]) >= Precedence.Power;

    private static bool IsFlattened(ApplyNode apply) => apply.Arguments.Length > 2;

    private void Inside(Node node, int level, bool alsoEqual, bool isOperand = false)
    {
        var own = Precedence.Of(node);
        // A percentage after a sum would be read as a share of what stands before it.
        var needs = own < level || (own == level && alsoEqual) || (isOperand && Make.Is(node, Heads.Percent));
        _text.Append(needs ? "(" : "");
        Write(node);
        _text.Append(needs ? ")" : "");
    }
}
