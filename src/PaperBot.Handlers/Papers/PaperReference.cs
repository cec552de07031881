using System.Text.RegularExpressions;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers;

/// <summary>What a person typed for a paper: identifiers, a publisher's DOI, an address, or words of a title.</summary>
/// <param name="Ids">The identifiers in it, each once, in order.</param>
/// <param name="Invalid">Texts shaped like identifiers that are none.</param>
/// <param name="Doi">A publisher's DOI; null when there is none.</param>
/// <param name="Title">Words of a title; null when the text is something else.</param>
internal sealed partial record PaperReference(
    IReadOnlyList<ArxivId> Ids,
    IReadOnlyList<string> Invalid,
    string? Doi = null,
    string? Title = null
)
{
    private const int MostIds = 1_000;
    private const int Milliseconds = 5_000;
    private static readonly char[] Between = [' ', '\t', '\r', '\n', '\u3000', ',', '，', '、', ';', '；'];

    /// <summary>Reads what was typed. All parts are empty for an address that names no paper.</summary>
    public static PaperReference Read(string typed)
    {
        var text = typed.Trim();
        var ids = ArxivId.FindAll(text, MostIds).Select(found => found.Id).Distinct().ToList();
        if (ids.Count == 0 && PublishersDoi(text) is { } doi)
            return new([], [], Doi: doi);
        var tokens = text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var invalid = tokens.Where(IsInvalidId).Distinct(StringComparer.Ordinal).Take(MostIds).ToList();
        if (ids.Count > 0)
            return new(ids, invalid);
        if (ArxivId.TryParse(text, out var single))
            return new([single], []);
        if (invalid.Count > 0 && invalid.Count == tokens.Length)
            return new([], invalid);
        if (ArxivId.LooksLikeOne(text))
            return new([], [text]);
        return tokens.Length == 1 && Address().IsMatch(text) ? new([], []) : new([], [], Title: text);
    }

    private static bool IsInvalidId(string token) =>
        ArxivId.LooksLikeOne(token) && !ArxivId.TryParse(token, out _) && PublishersDoi(token) is null;

    private static string? PublishersDoi(string text) =>
        DoiAlone().Match(text) is { Success: true } match ? match.Groups["doi"].Value.TrimEnd('.', ',') : null;

    [GeneratedRegex(
        @"^(?:(?:https?://)?(?:dx\.)?doi\.org/|doi: ?)?(?<doi>10\.(?!48550/arxiv)\d{4,9}/\S+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex DoiAlone();

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Address();
}
