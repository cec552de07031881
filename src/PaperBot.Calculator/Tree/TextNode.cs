namespace PaperBot.Calculator.Tree;

/// <summary>Quoted text: the name of an axis or a curve, nothing else.</summary>
internal sealed class TextNode(string text) : Node
{
    public string Text { get; } = text;

    public override int Count => 1;

    public override int Depth => 1;

    public override bool IsInexact => false;

    public override bool Equals(Node? other) => other is TextNode node && node.Text == Text;

    protected override int Hash() => string.GetHashCode(Text, StringComparison.Ordinal) + 7;
}
