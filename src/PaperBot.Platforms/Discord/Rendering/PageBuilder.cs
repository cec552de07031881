using System.Text;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown.Discord;
using PaperBot.Platforms.Discord.Interactions;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>Turns a page into components: a container for each card, its pictures, and its buttons under it.</summary>
internal sealed class PageBuilder(CustomIds ids, ITexts texts)
{
    private const int Accent = 0x2f6f9f;
    private const int InRow = 5;
    private const int LongestName = 80;
    private const int LongestNames = 1_000;

    /// <summary>Builds a page.</summary>
    /// <param name="key">The reply's, by which the message is recognised.</param>
    /// <param name="page">The page.</param>
    /// <param name="elsewhere">
    /// Where the page's files stand, by name, when another message has them; null when this one has.
    /// </param>
    /// <param name="owner">Who asked.</param>
    /// <param name="turning">Buttons that turn pages; null when there is one page.</param>
    /// <param name="locale">The language of the buttons of its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Component>> BuildAsync(
        string key,
        PageText page,
        IReadOnlyDictionary<string, string>? elsewhere,
        Snowflake? owner,
        PageTurning? turning,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        var components = new List<Component>();
        var number = 0;
        foreach (var card in page.Cards)
        {
            var inside = new List<Component>();
            if (card.Text.Length > 0)
                inside.Add(new TextDisplay { Content = card.Text });
            inside.AddRange(Media(card.Files, elsewhere));
            foreach (var row in card.Actions.Chunk(InRow))
            {
                var buttons = new List<Component>();
                foreach (var action in row)
                    buttons.Add(await ButtonAsync(action, owner, number++, cancellationToken));
                inside.Add(new ActionRow { Components = buttons });
            }
            components.Add(new Container { AccentColor = Accent, Components = inside });
        }
        components.Add(new ActionRow { Components = Own(key, owner, turning, locale, number) });
        return components;
    }

    private List<Component> Own(string key, Snowflake? owner, PageTurning? turning, Locale locale, int number)
    {
        var buttons = new List<Component>();
        if (turning is not null)
        {
            buttons.Add(Turn("◀", turning.Page - 1, turning, owner, number++));
            buttons.Add(Turn("▶", turning.Page + 1, turning, owner, number++));
        }
        buttons.Add(
            new Button
            {
                Style = ButtonStyle.Secondary,
                Label = texts.Get(locale, "discord.delete"),
                CustomId = new CustomId(CustomIdKind.Delete, owner, key).Write(number),
            }
        );
        return buttons;
    }

    private static Button Turn(string arrow, int to, PageTurning turning, Snowflake? owner, int number) =>
        new()
        {
            Style = ButtonStyle.Secondary,
            Label = FormattableString.Invariant($"{arrow} {Math.Clamp(to, 0, turning.Pages - 1) + 1}/{turning.Pages}"),
            CustomId = new CustomId(CustomIdKind.Page, owner, FormattableString.Invariant($"{turning.Key}/{to}")).Write(
                number
            ),
            Disabled = to < 0 || to >= turning.Pages,
        };

    private async Task<Button> ButtonAsync(ActionText action, Snowflake? owner, int number, CancellationToken ct)
    {
        if (action.Link is { } link)
            return new Button
            {
                Style = ButtonStyle.Link,
                Label = action.Label,
                Url = link,
            };
        var kind = action.Replaces ? CustomIdKind.Replace : CustomIdKind.Run;
        return new Button
        {
            Style = ButtonStyle.Secondary,
            Label = action.Label,
            CustomId = await ids.WriteAsync(kind, owner, action.Line!, number, ct),
        };
    }

    private static IEnumerable<Component> Media(
        IReadOnlyList<FileText> files,
        IReadOnlyDictionary<string, string>? elsewhere
    )
    {
        var pictures = files.Where(file => file.IsPicture && Address(file, elsewhere) is not null).ToList();
        if (pictures.Count > 0)
            yield return new MediaGallery
            {
                Items =
                [
                    .. pictures.Select(file => new GalleryItem
                    {
                        Media = new MediaItem { Url = Address(file, elsewhere)! },
                        // Discord refuses an empty one.
                        Description = file.Description.Length == 0 ? null : file.Description,
                    }),
                ],
            };
        var others = files.Except(pictures).ToList();
        if (others.Count > 0 && elsewhere is not null)
            yield return Names(others, elsewhere);
        else
            foreach (var file in others)
                yield return new FileDisplay { File = new MediaItem { Url = Address(file, null)! } };
    }

    private static string? Address(FileText file, IReadOnlyDictionary<string, string>? elsewhere) =>
        elsewhere is null ? "attachment://" + file.Name : elsewhere.GetValueOrDefault(file.Name);

    /// <summary>Discord shows no file of another message but pictures: the others are led to.</summary>
    private static TextDisplay Names(IReadOnlyList<FileText> files, IReadOnlyDictionary<string, string> elsewhere)
    {
        var text = new StringBuilder("-# ");
        foreach (var file in files)
        {
            var name = DiscordDialect.RenderPlain(CommandWords.Cut(file.Name, LongestName));
            var shown = elsewhere.TryGetValue(file.Name, out var address) ? $"[{name}](<{address}>)" : name;
            if (text.Length + shown.Length < LongestNames)
                text.Append(text.Length > 3 ? ", " : "").Append(shown);
        }
        return new TextDisplay { Content = text.ToString() };
    }
}
