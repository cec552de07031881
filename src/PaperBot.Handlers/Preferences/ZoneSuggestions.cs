using PaperBot.Core.Commands;
using PaperBot.Core.Preferences;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Preferences;

/// <summary>Time zones by name.</summary>
internal sealed class ZoneSuggestions : ISuggestionSource
{
    private static readonly string[] First =
    [
        "Asia/Shanghai",
        "Europe/London",
        "Europe/Berlin",
        "America/New_York",
        "America/Los_Angeles",
        "Asia/Tokyo",
    ];

    public bool Serves(CommandSpec command, Parameter parameter) =>
        parameter is { Kind: ParameterKind.Text, Name: PreferenceName.Zone };

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        CommandSpec command,
        Parameter parameter,
        string typed,
        Locale locale,
        int most,
        CancellationToken cancellationToken
    )
    {
        var part = typed.Trim().Replace(' ', '_');
        var names = First
            .Concat(ZoneName.All)
            .Where(id => id.Contains(part, StringComparison.OrdinalIgnoreCase))
            .Distinct();
        if (part.Length > 0 && ZoneName.TryParse(typed, out var meant))
            names = names.Prepend(meant).Distinct();
        return Task.FromResult<IReadOnlyList<Suggestion>>([.. names.Take(most).Select(id => new Suggestion(id, id))]);
    }
}
