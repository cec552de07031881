namespace PaperBot.Calculator.Tree;

internal sealed class SymbolNode(string name) : Node
{
    public string Name { get; } = name;

    public override int Count => 1;

    public override int Depth => 1;

    public override bool IsInexact => false;

    public override bool Equals(Node? other) => other is SymbolNode symbol && symbol.Name == Name;

    protected override int Hash() => string.GetHashCode(Name, StringComparison.Ordinal);
}
