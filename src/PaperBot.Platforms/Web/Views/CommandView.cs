namespace PaperBot.Platforms.Web.Views;

/// <summary>A command for completion.</summary>
internal sealed record CommandView(
    string Name,
    IReadOnlyList<string> Aliases,
    string Description,
    IReadOnlyList<ParameterView> Parameters
);
