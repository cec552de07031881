using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PaperBot.Markdown;

/// <summary>Measures how deep a tree nests, without recursion.</summary>
internal static class TreeDepth
{
    public static bool Exceeds(MarkdownDocument document, int limit)
    {
        var open = new Stack<(MarkdownObject Node, int Depth)>();
        open.Push((document, 1));
        while (open.TryPop(out var next))
        {
            if (next.Depth > limit)
                return true;
            foreach (var child in Children(next.Node))
                open.Push((child, next.Depth + 1));
        }
        return false;
    }

    private static IEnumerable<MarkdownObject> Children(MarkdownObject node) =>
        node switch
        {
            ContainerBlock block => block,
            LeafBlock { Inline: { } inline } => [inline],
            ContainerInline inline => inline,
            _ => [],
        };
}
