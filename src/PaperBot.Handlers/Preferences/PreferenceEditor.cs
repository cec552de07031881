using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Preferences;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Preferences;

/// <summary>Reads, changes and shows what a person or a place has chosen.</summary>
internal sealed class PreferenceEditor(IPreferenceStore store, ITexts texts)
{
    /// <summary>Changes what the request names; all of it or, when one value is wrong, nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="owner">Whose preferences.</param>
    /// <param name="title">The card's title.</param>
    /// <param name="isChanged">Whether something else is changed too, so that the card says that it is kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Reply>> EditAsync(
        CommandRequest request,
        PreferenceOwner owner,
        string title,
        bool isChanged,
        CancellationToken cancellationToken
    )
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var parameter in PreferenceParameters.All)
        {
            if (request.Text(parameter.Name) is not { } typed)
                continue;
            var value = Read(parameter.Name, typed);
            if (!value.IsOk)
                return value.Error;
            changes[parameter.Name] = value.Value.Length == 0 ? null : value.Value;
        }
        foreach (var (name, value) in changes)
            await store.WriteAsync(owner, name, value, cancellationToken);
        var chosen = await store.ReadAsync(owner, cancellationToken);
        return Reply.Of(Card(request, chosen, title, isChanged || changes.Count > 0)) with
        {
            Visibility = request.Spec.Visibility,
        };
    }

    /// <summary>Whoever changes the language reads the answer in the new one.</summary>
    public static Locale LocaleOf(CommandRequest request) =>
        Locale.TryParse(request.Text(PreferenceName.Language), out var language) ? language : request.Locale;

    /// <summary>The canonical value; empty for taking it back.</summary>
    private static Outcome<string> Read(string name, string typed)
    {
        if (PreferenceParameters.IsDefault(typed))
            return "";
        switch (name)
        {
            case PreferenceName.Language:
                return Locale.Parse(typed).Tag;
            case PreferenceName.Zone:
                return ZoneName.TryParse(typed, out var zone)
                    ? zone
                    : Errors.UserInput("zone", ("typed", MarkdownText.Code(InputText.Shorten(typed))));
            default:
                return CategorySelection.TryParse(typed, out var selection, out var error)
                    ? selection.ToString()
                    : error;
        }
    }

    private Card Card(CommandRequest request, IReadOnlyDictionary<string, string> chosen, string title, bool changed)
    {
        var locale = LocaleOf(request);
        var lines = PreferenceParameters.All.Select(p =>
            $"- {texts.Get(locale, $"preferences.{p.Name}")}{SpecTexts.Colon(locale)}{Value(locale, p.Name, chosen.GetValueOrDefault(p.Name))}"
        );
        var name = UsageText.NameOf(request.Spec, locale);
        var example = texts.Get(locale, "preferences.example", ("command", name));
        return new Card("preferences")
        {
            Title = texts.Get(locale, title),
            Markdown = string.Join(
                "\n\n",
                (
                    (string?[])
                        [changed ? texts.Get(locale, "preferences.kept") : null, string.Join('\n', lines), example]
                ).Where(part => part is not null)
            ),
            Actions =
            [
                ReplyAction.Run("中文", $"/{request.Spec.Name} language:zh", ActionEffect.ReplaceInPlace),
                ReplyAction.Run("English", $"/{request.Spec.Name} language:en", ActionEffect.ReplaceInPlace),
            ],
        };
    }

    private string Value(Locale locale, string name, string? value) =>
        value is null ? texts.Get(locale, $"preferences.{name}.none")
        : name == PreferenceName.Language ? texts.Get(locale, $"preferences.language.{Locale.Parse(value).Tag}")
        : MarkdownText.Code(value);
}
