namespace PaperBot.Platforms.Web.Views;

/// <summary>A parameter for completion.</summary>
internal sealed record ParameterView(
    string Name,
    string Kind,
    bool Required,
    bool Positional,
    bool Verbatim,
    bool Many,
    string Description,
    IReadOnlyList<ChoiceView> Choices
);
