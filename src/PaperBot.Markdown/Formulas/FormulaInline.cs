using Markdig.Syntax.Inlines;

namespace PaperBot.Markdown.Formulas;

/// <summary>A formula in the tree.</summary>
internal sealed class FormulaInline(string source, string tex, bool display) : LeafInline
{
    /// <summary>As it was written, delimiters included.</summary>
    public string Source { get; } = source;

    public string Tex { get; } = tex;

    public bool Display { get; } = display;
}
