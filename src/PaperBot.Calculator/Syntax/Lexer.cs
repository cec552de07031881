using System.Text;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Syntax;

/// <summary>Text to tokens. Knows characters, not grammar.</summary>
internal sealed class Lexer(string source, Budget budget)
{
    // Stryker disable all : a table is read once for each process, so that a mutant in it does nothing.
    private static readonly string[] Operators =
    [
        ":=",
        "->",
        "==",
        "!=",
        "<=",
        ">=",
        "<>",
        "**",
        ".*",
        "./",
        ".^",
        "!!",
        "&&",
        "+",
        "-",
        "*",
        "/",
        "\\",
        "^",
        "!",
        "%",
        "=",
        "<",
        ">",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "|",
        "'",
    ];

    // Stryker restore all

    private readonly List<Token> _tokens = [];
    private int _at;
    private bool _space;

    public static List<Token> Read(string source, Budget budget) => new Lexer(source, budget).Read();

    private List<Token> Read()
    {
        while (true)
        {
            SkipSpace();
            if (_at >= source.Length)
                break;
            budget.Spend();
            var c = Peek(0);
            if (c is '\n' or '\r' or ';')
                Add(TokenKind.Separator, ";", 1);
            else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
                Number();
            else if (c == '"')
                Quoted();
            else if (Alphabet.Fractions.TryGetValue(c, out var fraction))
                Add(
                    TokenKind.Number,
                    c.ToString(),
                    1,
                    new ExactNumber(new Rational(fraction.Numerator, fraction.Denominator))
                );
            else if (IsSuperscript(c))
                Superscript();
            else if (Alphabet.Words.TryGetValue(c, out var word))
                Add(TokenKind.Name, word, 1);
            else if (IsNameStart(c))
                Name();
            else
                Operator(c);
        }

        Add(TokenKind.End, "", 0);
        return _tokens;
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsSuperscript(char c) =>
        Alphabet.Superscripts.Contains(c, StringComparison.Ordinal) || c is '⁻' or 'ⁿ';

    private char Peek(int ahead) => _at + ahead < source.Length ? Alphabet.Fold(source[_at + ahead]) : '\0';

    private void SkipSpace()
    {
        _space = false;
        while (_at < source.Length && Peek(0) is ' ' or '\t' or '\u200B' or '\uFEFF')
        {
            _space = true;
            _at++;
        }
    }

    private void Add(TokenKind kind, string text, int length, Number? value = null)
    {
        _tokens.Add(new Token(kind, text, new Span(_at, length), _space) { Value = value });
        _at += length;
    }

    private void Number()
    {
        var text = new StringBuilder();
        var length = 0;
        if (Peek(0) == '0' && Peek(1) is 'x' or 'b' or 'o' && char.IsAsciiHexDigit(Peek(2)))
        {
            while (char.IsAsciiLetterOrDigit(Peek(length)))
                text.Append(Peek(length++));
            Add(TokenKind.Number, text.ToString(), length, NumberReader.Prefixed(text.ToString(), Here(length)));
            return;
        }

        while (char.IsAsciiDigit(Peek(length)) || (Peek(length) == '_' && char.IsAsciiDigit(Peek(length + 1))))
        {
            if (Peek(length) != '_')
                text.Append(Peek(length));
            length++;
        }

        if (Peek(length) == '.' && (char.IsAsciiDigit(Peek(length + 1)) || !IsEntryOperator(length)))
        {
            text.Append(Peek(length++));
            while (char.IsAsciiDigit(Peek(length)))
                text.Append(Peek(length++));
        }

        if (Peek(length) is 'e' or 'E')
        {
            var sign = Peek(length + 1) is '+' or '-' or '−' ? 1 : 0;
            if (char.IsAsciiDigit(Peek(length + 1 + sign)))
            {
                text.Append('e').Append(sign == 1 && Peek(length + 1) != '+' ? "-" : "");
                length += 1 + sign;
                while (char.IsAsciiDigit(Peek(length)))
                    text.Append(Peek(length++));
            }
        }

        Add(
            TokenKind.Number,
            text.ToString(),
            length,
            NumberReader.Decimal(text.ToString(), Here(length), budget.Limits)
        );
    }

    private Span Here(int length) => new(_at, length);

    private bool IsEntryOperator(int dot) => Peek(dot + 1) is '*' or '/' or '^' or '.' || char.IsLetter(Peek(dot + 1));

    private void Quoted()
    {
        var end = 1;
        while (_at + end < source.Length && Peek(end) != '"')
            end++;
        if (_at + end >= source.Length)
            throw new CalculatorException("syntax.quote") { Expected = ["\""] }.At(Here(1));
        Add(TokenKind.Text, source.Substring(_at + 1, end - 1), end + 1);
    }

    private void Superscript()
    {
        var text = new StringBuilder();
        var length = 0;
        while (_at + length < source.Length && IsSuperscript(source[_at + length]))
        {
            var c = source[_at + length++];
            var digit = Alphabet.Superscripts.IndexOf(c, StringComparison.Ordinal);
            text.Append(
                digit >= 0 ? (char)('0' + digit)
                : c == 'ⁿ' ? 'n'
                : '-'
            );
        }

        var written = text.ToString();
        if (written != "n" && !int.TryParse(written, out _))
            throw new CalculatorException("syntax.number", ("text", written)).At(Here(length));
        Add(TokenKind.Superscript, written, length);
    }

    private void Name()
    {
        if (Alphabet.Greek.TryGetValue(Peek(0), out var greek) && greek == "pi")
        {
            Add(TokenKind.Name, greek, 1);
            return;
        }

        if (Verb())
            return;
        var text = new StringBuilder();
        var length = 0;
        while (true)
        {
            var c = Peek(length);
            var subscript = Alphabet.Subscripts.IndexOf(c, StringComparison.Ordinal);
            if (Alphabet.Words.ContainsKey(c) || IsSuperscript(c))
                break;
            if (Alphabet.Greek.TryGetValue(c, out var letter))
                text.Append(letter);
            else if (subscript >= 0)
                text.Append(text.ToString().Contains('_', StringComparison.Ordinal) ? "" : "_")
                    .Append((char)('0' + subscript));
            else if (char.IsLetter(c) || char.IsAsciiDigit(c) || c == '_')
                text.Append(c);
            else if (c == '.' && text.ToString() == "const" && char.IsLetter(Peek(length + 1)))
                text.Append(c);
            else
                break;
            length++;
        }

        var name = text.ToString();
        Add(TokenKind.Name, name is "infinity" or "Infinity" ? "inf" : name, length);
    }

    /// <summary>解方程 x² = 4, 积分(x², x): the verbs of a sentence, also when nothing parts them from what follows.</summary>
    private bool Verb()
    {
        foreach (var (verb, meaning) in ChineseWords.All)
        {
            if (string.CompareOrdinal(source, _at, verb, 0, verb.Length) != 0 || IsHan(Peek(verb.Length)))
                continue;
            if (meaning.Length > 0)
            {
                Add(TokenKind.Name, meaning, verb.Length);
                return true;
            }

            var after = verb.Length;
            while (Peek(after) is ' ' or ':')
                after++;
            if (
                Peek(after) is '=' or '+' or '-' or '*' or '/' or '^' or ',' or ')' or '\0'
                || (_tokens.Count > 0 && _tokens[^1].Kind != TokenKind.Separator)
            )
                return false;
            _at += after;
            return true;
        }

        return false;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private void Operator(char c)
    {
        if (Alphabet.Operators.TryGetValue(c, out var symbol))
        {
            Add(TokenKind.Operator, symbol, 1);
            return;
        }

        foreach (var candidate in Operators)
        {
            if (candidate[0] == c && (candidate.Length == 1 || candidate[1] == Peek(1)))
            {
                Add(TokenKind.Operator, candidate, candidate.Length);
                return;
            }
        }

        var length = char.IsSurrogatePair(c, _at + 1 < source.Length ? source[_at + 1] : '\0') ? 2 : 1;
        throw new CalculatorException("syntax.character", ("text", source.Substring(_at, length))).At(Here(length));
    }
}
