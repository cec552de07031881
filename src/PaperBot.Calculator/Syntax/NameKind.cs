namespace PaperBot.Calculator.Syntax;

/// <summary>What a name stands for where it is read.</summary>
internal enum NameKind
{
    Unknown,
    Function,
    Variable,
    Constant,
}
