using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>The language that an article is written in, by its letters; the page's own word decides between Latin ones.</summary>
internal static class ArticleLanguage
{
    private const int Enough = 20_000;

    public static string Of(IReadOnlyList<ArticleSection> sections, string declared)
    {
        int chinese = 0,
            kana = 0,
            latin = 0;
        foreach (
            var block in sections.SelectMany(section => section.Blocks).Where(b => b.Kind != ArticleBlockKind.Code)
        )
        {
            foreach (var c in block.Text)
                if (c is >= '\u4E00' and <= '\u9FFF')
                    chinese++;
                else if (c is >= '\u3040' and <= '\u30FF')
                    kana++;
                else if (char.IsAsciiLetter(c))
                    latin++;
            if (chinese + kana + latin > Enough)
                break;
        }
        if (kana > chinese / 4 && kana > 20)
            return "ja";
        if (chinese * 5 > latin)
            return "zh";
        return declared is { Length: 2 } and not "zh" ? declared : "en";
    }
}
