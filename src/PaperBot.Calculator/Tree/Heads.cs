namespace PaperBot.Calculator.Tree;

/// <summary>The heads of operators in <see cref="ApplyNode"/>; everything else is the name of a function.</summary>
internal static class Heads
{
    public const string Add = "+";
    public const string Subtract = "-";
    public const string Multiply = "*";
    public const string Divide = "/";
    public const string LeftDivide = "\\";
    public const string Power = "^";
    public const string Negate = "neg";
    public const string Plus = "pos";
    public const string Factorial = "!";
    public const string DoubleFactorial = "!!";
    public const string Percent = "%";
    public const string Modulo = "mod";
    public const string AddPercent = "+%";
    public const string SubtractPercent = "-%";
    public const string EntryMultiply = ".*";
    public const string EntryDivide = "./";
    public const string EntryPower = ".^";
    public const string Prime = "'";
    public const string Range = ":";
    public const string Equation = "=";
    public const string Define = ":=";
    public const string Equal = "==";
    public const string NotEqual = "!=";
    public const string Less = "<";
    public const string LessOrEqual = "<=";
    public const string Greater = ">";
    public const string GreaterOrEqual = ">=";
    public const string And = "and";
    public const string Or = "or";
    public const string Xor = "xor";
    public const string Not = "not";
    public const string List = "{}";
    public const string At = "at";
    public const string Index = "[]";
}
