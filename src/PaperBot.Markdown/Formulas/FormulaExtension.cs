using Markdig;
using Markdig.Renderers;

namespace PaperBot.Markdown.Formulas;

/// <summary>Formulas for Markdig, over a text from which <see cref="CutText"/> has cut them.</summary>
internal sealed class FormulaExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new FormulaParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }
}
