using System.Globalization;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;
using PaperBot.Core.Replies;
using PaperBot.Markdown.Formulas;
using PaperBot.Markdown.Unicode;

namespace PaperBot.Platforms.Answering;

/// <summary>
/// Draws the displayed formulas that a line of Unicode cannot say. Each becomes a picture of its card, and a number in
/// the text; without an engine, or where it does not understand, the source stays.
/// </summary>
internal sealed class FormulaDrawer(IFormulaPictures pictures)
{
    /// <summary>The reply with pictures.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="most">How many pictures and files the reply may have in all.</param>
    /// <param name="within">Formulas that begin behind so many characters stay text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> DrawAsync(
        Reply reply,
        PictureTheme theme,
        int most,
        int within,
        CancellationToken cancellationToken
    )
    {
        var room = most - reply.Cards.Sum(card => card.Attachments.Count);
        var drawn = 0;
        var length = 0;
        var works = true;
        var cards = new List<Card>();
        foreach (var card in reply.Cards)
        {
            var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
            var files = card.Attachments.ToList();
            foreach (var tex in length < within ? Formulas(card.Markdown, within - length) : [])
            {
                if (!works || drawn >= room || numbers.ContainsKey(tex))
                    continue;
                var picture = await pictures.RenderAsync(tex, true, theme, cancellationToken);
                works = picture.IsOk || picture.Error.Kind != ErrorKind.UpstreamDown;
                if (!picture.IsOk)
                    continue;
                var number = (++drawn).ToString(CultureInfo.InvariantCulture);
                numbers.Add(tex, $"({number})");
                files.Add(new Attachment($"formula-{number}.png", "image/png", picture.Value.Png, tex));
            }
            length += card.Markdown.Length;
            cards.Add(
                numbers.Count == 0
                    ? card
                    : card with
                    {
                        Attachments = files,
                        Markdown = DisplayedFormulas.Replace(card.Markdown, (tex, _) => numbers.GetValueOrDefault(tex)),
                    }
            );
        }
        return reply with { Cards = cards };
    }

    private static List<string> Formulas(string markdown, int within)
    {
        var found = new List<string>();
        DisplayedFormulas.Replace(
            markdown,
            (tex, at) =>
            {
                if (at < within && !UnicodeMath.TryWrite(tex, out _))
                    found.Add(tex);
                return null;
            }
        );
        return found;
    }
}
