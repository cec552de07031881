using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

internal sealed partial class Parser
{
    /// <summary>Inside a matrix without commas a space before a number separates entries.</summary>
    private bool _spaced;

    private MatrixNode Matrix()
    {
        var open = Current.Span;
        _at++;
        var (bars, spaced) = (_bars, _spaced);
        (_bars, _spaced) = (0, IsSpaced());
        var rows = new List<List<Node>> { new() };
        while (!Current.Is("]"))
        {
            if (Current.Kind == TokenKind.Separator)
            {
                _at++;
                if (rows[^1].Count > 0)
                    rows.Add([]);
                continue;
            }

            rows[^1].Add(Expression());
            _budget.Elements(rows.Count * (long)rows[^1].Count);
            if (Current.Is(","))
            {
                _at++;
                if (Current.Is("]"))
                    throw Unexpected("operand");
            }
            else if (!Current.Is("]") && Current.Kind != TokenKind.Separator && !StartsCell())
            {
                _ = Current.Kind == TokenKind.End ? Close("]", open) : throw Unexpected("operator", ",", ";", "]");
            }
        }

        (_bars, _spaced) = (bars, spaced);
        var end = Close("]", open);
        if (rows.Count > 1 && rows[^1].Count == 0)
            rows.RemoveAt(rows.Count - 1);
        return Assemble(rows, Span.Between(open, end));
    }

    /// <summary>[1 2; 3 -4]: no comma up to the closing bracket.</summary>
    private bool IsSpaced()
    {
        var depth = 0;
        for (var i = _at; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            if (token.Is("]") && depth == 0)
                return true;
            if (depth == 0 && token.Is(","))
                return false;
            depth +=
                token.Is("(") || token.Is("[") || token.Is("{") ? 1
                : token.Is(")") || token.Is("]") || token.Is("}") ? -1
                : 0;
        }

        return false;
    }

    /// <summary>A number after a space, or one with a sign that sticks to it: [1 -2] has two entries.</summary>
    private bool StartsCell() =>
        _spaced
        && Current.SpaceBefore
        && (
            Current.Kind == TokenKind.Number
            || (
                (Current.Is("-") || Current.Is("+"))
                && Next is { Kind: TokenKind.Number, SpaceBefore: false }
                && _at > 0
            )
        );

    /// <summary>[[1, 2], [3, 4]] is the same matrix as [1, 2; 3, 4].</summary>
    private static MatrixNode Assemble(List<List<Node>> rows, Span span)
    {
        if (rows.Count == 1 && rows[0].Count > 0 && rows[0].All(n => n is MatrixNode { Rows: 1 }))
            rows = rows[0].Select(n => ((MatrixNode)n).Entries.ToList()).ToList();
        var columns = rows[0].Count;
        foreach (var row in rows)
        {
            if (row.Count != columns)
                throw new CalculatorException("matrix.ragged", ("first", columns), ("other", row.Count)).At(span);
        }

        if (columns == 0)
            throw new CalculatorException("matrix.empty") { Expected = ["operand"] }.At(span);
        return new MatrixNode(rows.Count, columns, [.. rows.SelectMany(r => r)]) { Span = span };
    }
}
