using System.Globalization;

namespace PaperBot.Tests.Calculator;

/// <summary>Random expressions as text, always the same ones for one seed.</summary>
internal sealed class ExpressionGrower(int seed)
{
    private static readonly string[] Operators = ["+", "-", "*", "/", "^"];
    private static readonly string[] Functions = ["sin", "cos", "exp", "ln", "sqrt", "abs", "atan", "tanh"];
    private readonly Random _random = new(seed);

    /// <summary>Anything that the grammar knows.</summary>
    public string Text(int depth)
    {
        if (depth == 0 || _random.Next(6) == 0)
            return Pick("x", "y", "alpha", "2", "3.5", "0.25", "1e-3", "pi", "12", "f_1");
        return _random.Next(14) switch
        {
            0 => "-" + Text(depth - 1),
            1 => "(" + Text(depth - 1) + ")!",
            2 => "[" + Text(depth - 1) + ", " + Text(depth - 1) + "; " + Text(depth - 1) + ", 1]",
            3 => "|" + Text(0) + "|",
            4 => "(" + Text(depth - 1) + ") " + Pick("<", "<=", ">", ">=", "==", "!=") + " (" + Text(depth - 1) + ")",
            5 => "{" + Text(depth - 1) + ", " + Text(depth - 1) + "}",
            6 => Pick(Functions) + "(" + Text(depth - 1) + ")",
            7 => "(" + Text(depth - 1) + ")(" + Text(depth - 1) + ")",
            8 => "(" + Text(depth - 1) + ")" + Pick("'", "²", "%"),
            9 => "("
                + Text(depth - 1)
                + ") "
                + Pick("mod", "and", "or", "\\", ".*", "./", ".^")
                + " ("
                + Text(depth - 1)
                + ")",
            _ => "(" + Text(depth - 1) + ") " + Pick(Operators) + " (" + Text(depth - 1) + ")",
        };
    }

    /// <summary>A function of x that is smooth near where it is tried.</summary>
    public string Smooth(int depth)
    {
        if (depth == 0 || _random.Next(5) == 0)
            return Pick("x", "x", "x^2", "2", "1/3", "5", "x/2");
        return _random.Next(8) switch
        {
            0 => "sin(" + Smooth(depth - 1) + ")",
            1 => "cos(" + Smooth(depth - 1) + ")",
            2 => "exp(-(" + Smooth(depth - 1) + ")^2)",
            3 => "ln(1 + (" + Smooth(depth - 1) + ")^2)",
            4 => "sqrt(2 + (" + Smooth(depth - 1) + ")^2)",
            5 => "(" + Smooth(depth - 1) + ")/(3 + (" + Smooth(depth - 1) + ")^2)",
            6 => "atan(" + Smooth(depth - 1) + ")",
            _ => "(" + Smooth(depth - 1) + ")" + Pick("+", "-", "*") + "(" + Smooth(depth - 1) + ")",
        };
    }

    public string Constant(int depth)
    {
        if (depth == 0 || _random.Next(5) == 0)
            return _random.Next(2) == 0
                ? _random.Next(1, 20).ToString(CultureInfo.InvariantCulture)
                : Pick("pi", "1/3", "sqrt(2)", "e", "7/4", "sqrt(12)");
        return _random.Next(9) switch
        {
            0 => "sqrt(abs(" + Constant(depth - 1) + "))",
            1 => "sin(" + Constant(depth - 1) + ")",
            2 => "cos(" + Constant(depth - 1) + " * pi / 12)",
            3 => "(" + Constant(depth - 1) + ")^" + _random.Next(-2, 4).ToString(CultureInfo.InvariantCulture),
            4 => "ln(1 + abs(" + Constant(depth - 1) + "))",
            5 => "(" + Constant(depth - 1) + ")/(1 + abs(" + Constant(depth - 1) + "))",
            _ => "(" + Constant(depth - 1) + ")" + Pick("+", "-", "*") + "(" + Constant(depth - 1) + ")",
        };
    }

    /// <summary>Noise: pieces of everything, in any order.</summary>
    public string Noise(int length)
    {
        var text = new System.Text.StringBuilder();
        while (text.Length < length)
            text.Append(Pick(Pieces));
        return text.ToString();
    }

    private static readonly string[] Pieces =
    [
        "1",
        "2",
        "9",
        "0",
        "1e308",
        "1e-308",
        "0.5",
        "x",
        "y",
        "t",
        "n",
        "k",
        "i",
        "e",
        "pi",
        "inf",
        "+",
        "-",
        "*",
        "/",
        "^",
        "!",
        "%",
        "'",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        "=",
        "==",
        "<",
        ":",
        "|",
        "\\",
        ".*",
        " ",
        "sin",
        "cos(",
        "ln(",
        "sqrt(",
        "exp(",
        "gamma(",
        "zeta(",
        "besselj(0,",
        "integrate(",
        "limit(",
        "sum(",
        "product(",
        "solve(",
        "diff(",
        "taylor(",
        "plot(",
        "ode(",
        "minimize(",
        "fit(",
        "det(",
        "inv(",
        "eig(",
        "svd(",
        "expm(",
        "factor(",
        "expand(",
        "simplify(",
        "isprime(",
        "mean(",
        "sort(",
        "digits(",
        "f(x)=",
        "a=",
        "²",
        "√",
        "π",
        "∞",
        "×",
        "≤",
        "\\frac{",
        "}{",
        "\\int_0^1",
        "\\sum_{k=1}^{n}",
        "dx",
        "\"a\"",
        "ans",
        "const.c",
        "mod",
        "and",
        "not",
        ",x,0,1)",
        ",x)",
        ",k,1,10)",
        "1:9",
        "\n",
        "#",
        "$",
        "😀",
        "，",
        "（",
        "\\left(",
        "\\right)",
        "\\begin{pmatrix}",
    ];

    private string Pick(params string[] items) => items[_random.Next(items.Length)];
}
