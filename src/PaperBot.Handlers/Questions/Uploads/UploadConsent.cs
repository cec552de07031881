using PaperBot.Core.Identity;
using PaperBot.Core.Models;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Uploads;

/// <summary>
/// Whether a person has agreed that the text of own files is sent to the models' providers: asked the first time, and
/// again when there is another provider.
/// </summary>
internal sealed class UploadConsent(ILanguageModel model, IPreferenceStore preferences, ITexts texts)
{
    private string Hosts => string.Join(' ', model.Models.Select(one => one.Host).Distinct());

    public async Task<bool> HasAsync(PersonId person, CancellationToken cancellationToken)
    {
        var chosen = await preferences.ReadAsync(PreferenceOwner.Of(person), cancellationToken);
        return chosen.GetValueOrDefault(PreferenceName.Uploads) == Hosts;
    }

    public Task GiveAsync(PersonId person, CancellationToken cancellationToken) =>
        preferences.WriteAsync(PreferenceOwner.Of(person), PreferenceName.Uploads, Hosts, cancellationToken);

    /// <summary>Asks for it; the question goes on with either answer.</summary>
    public Reply Ask(Func<bool, string> line, Locale locale)
    {
        var hosts = string.Join(", ", model.Models.Select(one => MarkdownText.Code(one.Host)).Distinct());
        return Reply.Of(
            new Card("consent")
            {
                Title = texts.Get(locale, "upload.consent.title"),
                Markdown = texts.Get(locale, "upload.consent", ("hosts", hosts)),
                Actions =
                [
                    ReplyAction.Run(texts.Get(locale, "upload.consent.yes"), line(true), ActionEffect.ReplaceInPlace),
                    ReplyAction.Run(texts.Get(locale, "upload.consent.no"), line(false), ActionEffect.ReplaceInPlace),
                ],
            }
        ) with
        {
            Visibility = Visibility.Private,
        };
    }
}
