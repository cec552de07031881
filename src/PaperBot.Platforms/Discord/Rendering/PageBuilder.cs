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
    private const int LongestNames = 200;

    /// <summary>Builds a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="hasFiles">Whether the message has the page's files, or will have them.</param>
    /// <param name="owner">Who asked.</param>
    /// <param name="turning">Buttons that turn pages; null when there is one page.</param>
    /// <param name="locale">The language of the buttons of its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Component>> BuildAsync(
        PageText page,
        bool hasFiles,
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
            if (card.Files.Count > 0)
                inside.AddRange(hasFiles ? Media(card.Files) : [Names(card.Files)]);
            foreach (var row in card.Actions.Chunk(InRow))
            {
                var buttons = new List<Component>();
                foreach (var action in row)
                    buttons.Add(await ButtonAsync(action, owner, number++, cancellationToken));
                inside.Add(new ActionRow { Components = buttons });
            }
            components.Add(new Container { AccentColor = Accent, Components = inside });
        }
        components.Add(new ActionRow { Components = Own(owner, turning, locale, number) });
        return components;
    }

    private List<Component> Own(Snowflake? owner, PageTurning? turning, Locale locale, int number)
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
                CustomId = new CustomId(CustomIdKind.Delete, owner, "").Write(number),
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

    private static IEnumerable<Component> Media(IReadOnlyList<FileText> files)
    {
        var pictures = files.Where(file => file.IsPicture).ToList();
        if (pictures.Count > 0)
            yield return new MediaGallery
            {
                Items =
                [
                    .. pictures.Select(file => new GalleryItem { Media = Of(file), Description = file.Description }),
                ],
            };
        foreach (var file in files.Where(file => !file.IsPicture))
            yield return new FileDisplay { File = Of(file) };
    }

    /// <summary>A copy of a page has not the original's files.</summary>
    private static TextDisplay Names(IReadOnlyList<FileText> files) =>
        new()
        {
            Content =
                "-# "
                + DiscordDialect.RenderPlain(
                    CommandWords.Cut(string.Join(", ", files.Select(file => file.Name)), LongestNames)
                ),
        };

    private static MediaItem Of(FileText file) => new() { Url = "attachment://" + file.Name };
}
