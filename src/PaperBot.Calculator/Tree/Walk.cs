using System.Collections.Immutable;

namespace PaperBot.Calculator.Tree;

/// <summary>Looking through a tree and rebuilding it.</summary>
internal static class Walk
{
    public static ImmutableArray<Node> Children(Node node) =>
        node switch
        {
            ApplyNode apply => apply.Arguments,
            MatrixNode matrix => matrix.Entries,
            _ => [],
        };

    public static bool Contains(Node node, string symbol) => Any(node, n => n is SymbolNode s && s.Name == symbol);

    public static bool Any(Node node, Func<Node, bool> test)
    {
        if (test(node))
            return true;
        foreach (var child in Children(node))
        {
            if (Any(child, test))
                return true;
        }

        return false;
    }

    public static void Each(Node node, Action<Node> visit)
    {
        visit(node);
        foreach (var child in Children(node))
            Each(child, visit);
    }

    /// <summary>The same node with each child replaced; the node itself when nothing changed.</summary>
    public static Node Map(Node node, Func<Node, Node> change)
    {
        var children = Children(node);
        if (children.Length == 0)
            return node;
        ImmutableArray<Node>.Builder? changed = null;
        for (var i = 0; i < children.Length; i++)
        {
            var child = change(children[i]);
            if (changed is null)
            {
                if (ReferenceEquals(child, children[i]))
                    continue;
                changed = ImmutableArray.CreateBuilder<Node>(children.Length);
                changed.AddRange(children, i);
            }

            changed.Add(child);
        }

        if (changed is null)
            return node;
        return node is MatrixNode matrix
            ? new MatrixNode(matrix.Rows, matrix.Columns, changed.MoveToImmutable()) { Span = node.Span }
            : new ApplyNode(((ApplyNode)node).Head, changed.MoveToImmutable()) { Span = node.Span };
    }

    public static Node Replace(Node node, string symbol, Node replacement) =>
        node is SymbolNode s
            ? s.Name == symbol
                ? replacement
                : node
            : Map(node, child => Replace(child, symbol, replacement));

    public static SortedSet<string> Symbols(Node node)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Each(
            node,
            n =>
            {
                if (n is SymbolNode s)
                    names.Add(s.Name);
            }
        );
        return names;
    }
}
