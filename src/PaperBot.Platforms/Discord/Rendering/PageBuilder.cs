using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Interactions;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>Turns a page into components: a container for each card, its pictures, and its buttons under it.</summary>
internal sealed class PageBuilder(CustomIds ids, ITexts texts)
{
    private const int Accent = 0x2f6f9f;
    private const int InRow = 5;
    private const int LongestLabel = 80;
    private const int MostComponents = 39;
    private const int MostPictures = 10;

    /// <summary>Builds a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="files">The reply's files; those that the page does not show are left out.</param>
    /// <param name="owner">Who asked.</param>
    /// <param name="turning">Buttons that turn pages; null when there is one page.</param>
    /// <param name="locale">The language of the buttons of its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DiscordPage> BuildAsync(
        PageText page,
        IReadOnlyList<DiscordFile> files,
        Snowflake? owner,
        PageTurning? turning,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        var shown = new List<DiscordFile>();
        var components = new List<Component>();
        var number = 0;
        foreach (var card in page.Cards)
        {
            var inside = new List<Component>();
            if (card.Text.Length > 0)
                inside.Add(new TextDisplay { Content = card.Text });
            inside.AddRange(Media(card, files, shown));
            foreach (var row in card.Actions.Chunk(InRow))
            {
                var buttons = new List<Component>();
                foreach (var action in row)
                    buttons.Add(await ButtonAsync(action, owner, number++, cancellationToken));
                inside.Add(new ActionRow { Components = buttons });
            }
            if (Count(components) + inside.Count + 1 > MostComponents - InRow && components.Count > 0)
                break;
            components.Add(new Container { AccentColor = Accent, Components = inside });
        }
        components.Add(new ActionRow { Components = Own(owner, turning, locale, number) });
        return new DiscordPage(components, shown);
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
        var label = CommandWords.Cut(action.Label, LongestLabel);
        if (action.Link is { } link)
            return new Button
            {
                Style = ButtonStyle.Link,
                Label = label,
                Url = link,
            };
        var kind = action.Replaces ? CustomIdKind.Replace : CustomIdKind.Run;
        return new Button
        {
            Style = ButtonStyle.Secondary,
            Label = label,
            CustomId = await ids.WriteAsync(kind, owner, action.Line!, number, ct),
        };
    }

    private static IEnumerable<Component> Media(
        CardText card,
        IReadOnlyList<DiscordFile> files,
        List<DiscordFile> shown
    )
    {
        var mine = card.Files.Where(i => i < files.Count).Select(i => files[i]).ToList();
        shown.AddRange(mine);
        var pictures = mine.Where(IsPicture).Take(MostPictures).ToList();
        if (pictures.Count > 0)
            yield return new MediaGallery
            {
                Items =
                [
                    .. pictures.Select(file => new GalleryItem { Media = Of(file), Description = file.Description }),
                ],
            };
        foreach (var file in mine.Except(pictures))
            yield return new FileDisplay { File = Of(file) };
    }

    private static MediaItem Of(DiscordFile file) => new() { Url = "attachment://" + file.Name };

    private static bool IsPicture(DiscordFile file) =>
        file.MediaType.StartsWith("image/", StringComparison.Ordinal) && file.MediaType != "image/svg+xml";

    private static int Count(IEnumerable<Component> components) =>
        components.Sum(component =>
            component switch
            {
                Container container => 1 + Count(container.Components),
                ActionRow row => 1 + row.Components.Count,
                _ => 1,
            }
        );
}
