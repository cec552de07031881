using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PaperBot.Markdown.Formulas;

/// <summary>Puts formulas back where the parser found that they are none: in code, addresses and titles.</summary>
internal static class FormulaRestorer
{
    public static void Restore(MarkdownDocument document, CutText cut)
    {
        foreach (var item in document.Descendants())
            switch (item)
            {
                case CodeBlock code:
                    RestoreLines(code, cut);
                    break;
                case CodeInline code:
                    code.Content = cut.Restore(code.Content);
                    break;
                case AutolinkInline link:
                    link.Url = cut.Restore(link.Url);
                    break;
                case LinkInline link:
                    link.Url = link.Url is null ? null : cut.Restore(link.Url);
                    link.Title = link.Title is null ? null : cut.Restore(link.Title);
                    break;
                case LiteralInline literal when literal.Content.IndexOf(CutText.TokenStart) >= 0:
                    literal.Content = new StringSlice(cut.Restore(literal.Content.ToString()));
                    break;
            }
    }

    private static void RestoreLines(CodeBlock code, CutText cut)
    {
        if (code is FencedCodeBlock { Info: { } info } fenced)
            fenced.Info = cut.Restore(info);
        for (var i = 0; i < code.Lines.Count; i++)
        {
            ref var line = ref code.Lines.Lines[i];
            if (line.Slice.IndexOf(CutText.TokenStart) >= 0)
                line.Slice = new StringSlice(cut.Restore(line.Slice.ToString()), line.Slice.NewLine);
        }
    }
}
