using PaperBot.Core.Pictures;

namespace PaperBot.Pictures;

/// <summary>The colours of a theme; the curves' are told apart in grey and by people who see red and green alike.</summary>
internal sealed record Palette(string? Background, string Ink, string Grid, IReadOnlyList<string> Curves)
{
    private static readonly string[] OnWhite =
    [
        "#0072b2",
        "#d55e00",
        "#009e73",
        "#cc79a7",
        "#8a6d00",
        "#56b4e9",
        "#5e3c99",
        "#b2182b",
        "#1b7837",
        "#404040",
        "#e08214",
        "#01665e",
    ];

    private static readonly string[] OnDark =
    [
        "#56b4e9",
        "#ff9d4d",
        "#3ddbaa",
        "#f0a8d0",
        "#f0e442",
        "#9ad0ff",
        "#b8a2ff",
        "#ff8080",
        "#90e090",
        "#d0d0d0",
        "#ffc070",
        "#70e0d0",
    ];

    public static Palette Of(PictureTheme theme) =>
        theme switch
        {
            PictureTheme.Dark => new("#2b2d31", "#e6e6e8", "#55585f", OnDark),
            PictureTheme.Transparent => new(null, "#1a1a1a", "#c8c8c8", OnWhite),
            _ => new("#ffffff", "#1a1a1a", "#d4d4d4", OnWhite),
        };
}
