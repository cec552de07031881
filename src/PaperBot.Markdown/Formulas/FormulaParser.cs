using Markdig.Helpers;
using Markdig.Parsers;
using PaperBot.Core.Texts;

namespace PaperBot.Markdown.Formulas;

/// <summary>Turns a token back into a formula.</summary>
internal sealed class FormulaParser : InlineParser
{
    public FormulaParser() => OpeningCharacters = [CutText.TokenStart];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Context?.Properties.GetValueOrDefault(typeof(CutText)) is not CutText cut)
            return false;
        var length = cut.Read(slice.AsSpan(), out var source);
        if (length == 0)
            return false;
        var (tex, display) = MathSpan.Open(source);
        processor.Inline = new FormulaInline(source, tex, display);
        slice.Start += length;
        return true;
    }
}
