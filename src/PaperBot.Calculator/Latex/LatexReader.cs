using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Latex;

/// <summary>LaTeX to the same tokens that plain text gives, so that one parser reads both.</summary>
internal sealed partial class LatexReader(string source, Budget budget)
{
    private readonly List<Token> _tokens = [];
    private readonly Stack<string?> _differentials = new();
    private int _at;
    private int _depth;

    /// <summary>True when the text has a known LaTeX command or an exponent in braces.</summary>
    public static bool IsLatex(string source)
    {
        for (
            var i = source.IndexOf('\\', StringComparison.Ordinal);
            i >= 0 && i < source.Length - 1;
            i = source.IndexOf('\\', i + 1)
        )
        {
            var command = CommandAt(source, i + 1);
            if (command.Length > 1 && LatexCommands.IsKnown(command))
                return true;
        }

        return source.Contains("^{", StringComparison.Ordinal) || source.Contains("_{", StringComparison.Ordinal);
    }

    public static List<Token> Read(string source, Budget budget)
    {
        var reader = new LatexReader(source, budget);
        reader.Until(() => false);
        reader.Emit(TokenKind.End, "", source.Length, 0);
        return reader._tokens;
    }

    private static string CommandAt(string source, int at)
    {
        var end = at;
        while (end < source.Length && char.IsAsciiLetter(source[end]))
            end++;
        return end == at && at < source.Length ? source.Substring(at, 1) : source[at..end];
    }

    private void Until(Func<bool> stop)
    {
        if (++_depth > budget.Limits.Depth)
            throw new CalculatorException("limit.depth", ("limit", budget.Limits.Depth)).At(new Span(_at, 1));
        while (true)
        {
            Skip();
            if (_at >= source.Length || stop())
                break;
            Element();
        }

        _depth--;
    }

    private void Skip()
    {
        while (_at < source.Length && (char.IsWhiteSpace(source[_at]) || source[_at] is '~' or '$'))
            _at++;
    }

    private void Element()
    {
        budget.Spend();
        var c = source[_at];
        if (c == '\\')
            Command();
        else if (c == '{')
            Group();
        else if (c is '^')
            Superscript();
        else if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1])))
            Digits();
        else if (char.IsAsciiLetter(c))
            Letters();
        else if (c == '}')
            throw new CalculatorException("syntax.unexpected", ("text", "}")).At(new Span(_at, 1));
        else
            Plain();
    }

    private Token Emit(TokenKind kind, string text, int start, int length)
    {
        var token = new Token(kind, text, new Span(start, length), false);
        _tokens.Add(token);
        return token;
    }

    private void Operator(string text, int length = 1) =>
        Emit(TokenKind.Operator, text, Math.Min(_at, source.Length), length);

    private void Name(string text, int length = 1) => Emit(TokenKind.Name, text, _at, length);

    private void One() => _tokens.AddRange(Shifted("1", _at));

    /// <summary>Tokens of a plain piece of text, moved to where the piece stands.</summary>
    private IEnumerable<Token> Shifted(string text, int offset) =>
        Lexer
            .Read(text, budget)
            .Where(t => t.Kind != TokenKind.End)
            .Select(t => t with { Span = new Span(t.Span.Start + offset, t.Span.Length) });

    private void Digits()
    {
        var end = _at;
        while (end < source.Length && (char.IsAsciiDigit(source[end]) || source[end] == '.'))
            end++;
        _tokens.AddRange(Shifted(source[_at..end], _at));
        _at = end;
    }

    private void Plain()
    {
        var length =
            source[_at] is '<' or '>' or '=' or '!' or ':' && _at + 1 < source.Length && source[_at + 1] == '=' ? 2 : 1;
        if (source[_at] == '"')
            length = Math.Max(1, source.IndexOf('"', Math.Min(_at + 1, source.Length - 1)) - _at + 1);
        _tokens.AddRange(Shifted(source.Substring(_at, Math.Min(length, source.Length - _at)), _at));
        _at += length;
    }

    /// <summary>Letters are single names, except where they spell a function; a differential ends an integral.</summary>
    private void Letters()
    {
        if (Differential())
            return;
        var end = _at;
        while (end < source.Length && char.IsAsciiLetter(source[end]))
            end++;
        var word = source[_at..end];
        if (
            word.Length > 1
            && (
                FunctionTable.Contains(word)
                || word is "inf" or "pi" or "const"
                || char.IsAsciiLetterLower(word[0]) && word is "mod" or "and" or "or" or "not"
            )
        )
        {
            if (word == "const" && end < source.Length && source[end] == '.')
            {
                end++;
                while (end < source.Length && char.IsAsciiLetterOrDigit(source[end]))
                    end++;
                word = source[_at..end];
            }

            Name(word, word.Length);
            _at = end;
            return;
        }

        var letter = source.Substring(_at, 1);
        var start = _at;
        _at++;
        Emit(TokenKind.Name, letter + Subscript(), start, _at - start);
    }

    /// <summary>_1 or _{max} after a letter belongs to its name.</summary>
    private string Subscript()
    {
        if (_at >= source.Length || source[_at] != '_')
            return "";
        var start = _at;
        _at++;
        var text = Argument();
        var name = new string([.. text.Where(char.IsAsciiLetterOrDigit)]);
        if (name.Length == 0)
            throw new CalculatorException("syntax.unexpected", ("text", "_")).At(new Span(start, 1));
        return "_" + name;
    }

    /// <summary>The raw text of a braced argument, or of one character or command.</summary>
    private string Argument()
    {
        Skip();
        if (_at >= source.Length)
            throw new CalculatorException("syntax.end") { Expected = ["{"] }.At(new Span(source.Length, 0));
        if (source[_at] == '\\')
        {
            var command = CommandAt(source, _at + 1);
            var text = "\\" + command;
            _at += text.Length;
            return text;
        }

        if (source[_at] != '{')
            return source.Substring(_at++, 1);
        var open = _at;
        var depth = 0;
        do
        {
            if (_at >= source.Length)
                throw new CalculatorException("syntax.unclosed") { Expected = ["}"] }.At(new Span(open, 1));
            depth +=
                source[_at] == '{' ? 1
                : source[_at] == '}' ? -1
                : 0;
            _at++;
        } while (depth > 0);
        return source[(open + 1)..(_at - 1)];
    }

    /// <summary>A braced argument, or one element, as tokens in round brackets.</summary>
    private void Group()
    {
        Skip();
        Operator("(");
        if (_at < source.Length && source[_at] == '{')
        {
            var open = _at++;
            var before = _tokens.Count;
            Until(() => source[_at] == '}');
            if (_at >= source.Length)
                throw new CalculatorException("syntax.unclosed") { Expected = ["}"] }.At(new Span(open, 1));
            // {dx} over something: the differential was the whole numerator.
            if (_tokens.Count == before)
                One();
            _at++;
        }
        else if (_at < source.Length)
        {
            if (char.IsAsciiDigit(source[_at]))
                _tokens.AddRange(Shifted(source.Substring(_at, 1), _at++));
            else
                Element();
        }
        else
        {
            throw new CalculatorException("syntax.end") { Expected = ["{"] }.At(new Span(source.Length, 0));
        }

        Operator(")", 0);
    }

    private void Superscript()
    {
        var start = _at;
        _at++;
        Skip();
        var saved = _at;
        var raw = _at < source.Length ? Argument().Trim() : "";
        if (raw is "\\circ")
        {
            Emit(TokenKind.Operator, "°", start, _at - start);
            return;
        }

        if (raw is "T" or "\\top" or "\\mathsf{T}" or "\\intercal" or "\\prime")
        {
            Emit(TokenKind.Operator, "'", start, _at - start);
            return;
        }

        _at = saved;
        Emit(TokenKind.Operator, "^", start, 1);
        Group();
    }

    private bool Peek(string text) => string.CompareOrdinal(source, _at, text, 0, text.Length) == 0;
}
