using System.Text;

namespace PaperBot.Markdown.Unicode;

/// <summary>A line that grows by pieces and keeps spaces and brackets right.</summary>
internal sealed class UnicodeLine
{
    private readonly StringBuilder _text = new();
    private Part _last = Part.Start;
    private int _start;
    private int _argument;
    private int _end;
    private bool _bar;

    /// <summary>How many things stand side by side: 1 needs no brackets as a denominator or an exponent.</summary>
    public int Units { get; private set; }

    /// <summary>Whether something in it binds weaker than a product.</summary>
    public bool IsSum { get; private set; }

    /// <summary>Whether it holds a fraction.</summary>
    public bool HasFraction { get; private set; }

    public override string ToString() => _text.ToString().Trim();

    public void Operand(string text)
    {
        var joins = _last == Part.Operand && IsDigits(text) && _text.Length > 0 && IsNumeral(_text[^1]);
        Add(text, Part.Operand);
        if (!joins)
            Units++;
    }

    public void Word(string text)
    {
        Add(text, Part.Word);
        Units++;
    }

    public void Add(string text, Part part)
    {
        if (part == Part.Binary && !EndsOperand())
            part = Part.Sign;
        if (part == Part.Space)
        {
            _text.Append(_text.Length > 0 && _text[^1] == ' ' ? text.TrimStart(' ') : text);
            return;
        }
        if (_last == Part.Loose && part is (Part.Operand or Part.Word or Part.Open or Part.Big or Part.Loose))
            Enclose(_argument);
        if (_text.Length > 0 && Gap(_last, part) && _text[^1] != ' ')
            _text.Append(' ');
        _start = _argument = _text.Length;
        _text.Append(text);
        _end = _text.Length;
        _last = part;
        IsSum |= part is Part.Binary or Part.Relation or Part.Comma or Part.Sign;
        Units += part is Part.Open or Part.Slash or Part.Big ? 2 : 0;
    }

    /// <summary>An upright bar: every other one opens.</summary>
    public void Bar(string text)
    {
        _bar = !_bar;
        Add(text, _bar && !EndsOperand() ? Part.Open : Part.Close);
    }

    public void Fraction(UnicodeLine above, UnicodeLine below)
    {
        var closed = EndsOperand() || _last is Part.Slash or Part.Big or Part.Word;
        var text = $"{(above.IsSum ? $"({above})" : above)}/{(below.Units > 1 || below.IsSum ? $"({below})" : below)}";
        Add(closed ? $"({text})" : text, closed ? Part.Operand : Part.Loose);
        HasFraction = true;
        Units += 2;
    }

    public void Root(string sign, UnicodeLine under)
    {
        if (under.Units > 1 || under.IsSum)
        {
            Operand($"{sign}({under})");
            return;
        }
        Add(sign + under, Part.Loose);
        _argument = _start + sign.Length;
        Units++;
    }

    /// <summary>Puts an exponent or an index at the last piece.</summary>
    public void Script(string text)
    {
        if (_last == Part.Loose)
            Enclose(_start);
        _text.Append(text);
        _end = _text.Length;
        if (_last == Part.Start)
            _last = Part.Operand;
    }

    private void Enclose(int from)
    {
        _text.Insert(_end, ')').Insert(from, '(');
        _last = Part.Operand;
    }

    private bool EndsOperand() => _last is Part.Operand or Part.Loose or Part.Close;

    private static bool Gap(Part last, Part next) =>
        (last, next) switch
        {
            (Part.Start, _) => false,
            (_, Part.Relation or Part.Binary) => true,
            (Part.Relation or Part.Binary or Part.Comma, _) => next is not (Part.Comma or Part.Close),
            (Part.Big, _) => next is not (Part.Close or Part.Comma),
            (Part.Word, _) => next is not (Part.Open or Part.Close or Part.Comma or Part.Slash),
            (Part.Operand or Part.Close or Part.Loose, Part.Word or Part.Big) => true,
            _ => false,
        };

    private static bool IsDigits(string text) => text.Length > 0 && IsNumeral(text[0]);

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || c == '.';
}
