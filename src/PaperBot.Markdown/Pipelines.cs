using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using PaperBot.Markdown.Formulas;

namespace PaperBot.Markdown;

/// <summary>The one pipeline: CommonMark, GitHub's tables, strike-through and task lists, no HTML.</summary>
internal static class Pipelines
{
    /// <summary>How deep a tree nests at most. Markdig's own limit is higher: rendering never meets it.</summary>
    public const int DeepestNesting = 64;

    private const int DeepestParsing = 2 * DeepestNesting;

    public static MarkdownPipeline Chat { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = DeepestParsing }
            .UsePipeTables(new PipeTableOptions { UseGfmRules = true })
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseTaskLists()
            .DisableHtml();
        builder.Extensions.Add(new FormulaExtension());
        return builder.Build();
    }
}
