using System.Text;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Latex;

/// <summary>A tree as a LaTeX formula. Special notations are in <see cref="LatexForms"/>.</summary>
internal sealed class LatexPrinter
{
    private readonly StringBuilder _text = new();

    public static string Print(Node node)
    {
        var printer = new LatexPrinter();
        printer.Write(node);
        return printer._text.ToString();
    }

    public void Raw(string text) => _text.Append(text);

    public void Write(Node node)
    {
        switch (node)
        {
            case NumberNode number:
                _text.Append(LatexNumber.Text(number.Value));
                break;
            case SymbolNode symbol:
                _text.Append(LatexNames.Symbol(symbol.Name));
                break;
            case TextNode text:
                _text.Append("\\text{").Append(LatexNames.Escape(text.Text)).Append('}');
                break;
            case MatrixNode matrix:
                Matrix(matrix, "pmatrix");
                break;
            case ApplyNode apply:
                Write(apply);
                break;
        }
    }

    public void Matrix(MatrixNode matrix, string environment)
    {
        _text.Append("\\begin{").Append(environment).Append('}');
        for (var i = 0; i < matrix.Rows; i++)
        {
            _text.Append(i > 0 ? " \\\\ " : " ");
            for (var j = 0; j < matrix.Columns; j++)
            {
                _text.Append(j > 0 ? " & " : "");
                Write(matrix[i, j]);
            }
        }

        _text.Append(" \\end{").Append(environment).Append('}');
    }

    public void Inside(Node node, int level, bool alsoEqual = false)
    {
        var own = LevelOf(node);
        if (own < level || (own == level && alsoEqual))
            Bracketed(node);
        else
            Write(node);
    }

    public void Bracketed(Node node)
    {
        _text.Append("\\left(");
        Write(node);
        _text.Append("\\right)");
    }

    public void Braced(Node node)
    {
        _text.Append('{');
        Write(node);
        _text.Append('}');
    }

    public void Listed(ReadOnlySpan<Node> items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            _text.Append(i > 0 ? ", " : "");
            Write(items[i]);
        }
    }

    private void Write(ApplyNode apply)
    {
        if (LatexForms.All.TryGetValue(apply.Head, out var form) && form(this, apply))
            return;
        if (apply.Arguments.Length >= 2 && LatexForms.Signs.TryGetValue(apply.Head, out var sign))
        {
            var level = Precedence.Binary[apply.Head];
            for (var i = 0; i < apply.Arguments.Length; i++)
            {
                _text.Append(i > 0 ? sign : "");
                Inside(
                    apply[i],
                    i > 0 && level >= Precedence.Sum && IsSignedTerm(apply[i]) ? Precedence.Atom : level,
                    alsoEqual: i > 0 && apply.Arguments.Length == 2
                );
            }

            return;
        }

        _text.Append(LatexNames.Function(apply.Head)).Append("\\left(");
        Listed(apply.Arguments.AsSpan());
        _text.Append("\\right)");
    }

    private static bool IsSignedTerm(Node node) => node is ApplyNode { Head: Heads.Negate or Heads.Plus };

    /// <summary>Fractions and roots need no brackets where the text form would.</summary>
    private static int LevelOf(Node node) =>
        node switch
        {
            NumberNode { Value: ExactNumber { IsReal: true } exact } => exact.Re.Sign < 0 ? Precedence.Sum
            : exact.Re.IsInteger || exact.IsDecimal ? Precedence.Atom
            : Precedence.Product,
            ApplyNode { Head: "abs" or "sqrt" or "floor" or "ceil" or "binomial" } => Precedence.Atom,
            ApplyNode { Head: "integrate" or "sum" or "product" or "limit" or "diff" } => Precedence.Product,
            _ => Precedence.Of(node),
        };
}
