using PaperBot.Core.Documents;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions;

/// <summary>Tells Chinese text from other.</summary>
internal static class Language
{
    private const int Looked = 50;
    private const int FewestOfThem = 10;

    /// <summary>Whether there are Chinese characters in it.</summary>
    public static bool IsChinese(string text) => text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');

    /// <summary>The language that a document is written in.</summary>
    public static Locale OfDocument(PaperDocument document)
    {
        var looked = document.Passages.Take(Looked).ToList();
        var chinese = looked.Count(passage => IsChinese(passage.Text));
        return chinese > Math.Min(FewestOfThem, looked.Count / 2) ? Locale.Chinese : Locale.English;
    }
}
