using PaperBot.Core.Documents;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>What is told below an answer about the documents that it is from.</summary>
internal sealed class AskNotes(ITexts texts)
{
    public List<string> Of(IReadOnlyList<AskedDocument> asked, Locale locale, bool isGenerated)
    {
        var notes = new List<string>();
        foreach (var one in asked)
        {
            if (one.Newer is { } newer)
                notes.Add(texts.Get(locale, "ask.note.newer", ("paper", one.Name), ("newer", newer)));
            // A generated answer names its paper at the end; that an upload is private is said always.
            if (!isGenerated || one.Document.Origin is DocumentOrigin.Upload or DocumentOrigin.Sample)
                notes.Add(
                    texts.Get(
                        locale,
                        $"ask.note.{one.Document.Origin.ToString().ToLowerInvariant()}",
                        ("paper", one.Name)
                    )
                );
        }
        return notes;
    }
}
