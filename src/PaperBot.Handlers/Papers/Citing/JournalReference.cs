using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperBot.Handlers.Papers.Citing;

/// <summary>
/// What can be read safely from the journal reference that authors typed (<c>Phys. Rev. D 76, 013009 (2007)</c>). It
/// has no fixed form: what is not recognised stays in <see cref="Name"/> whole.
/// </summary>
/// <param name="Name">The journal or the conference, or the whole text.</param>
/// <param name="Volume">Null when it was not recognised.</param>
/// <param name="Issue">Null when it was not recognised.</param>
/// <param name="Pages">Pages or the article number; null when they were not recognised.</param>
/// <param name="Year">Null when no year stands in it.</param>
/// <param name="IsConference">True for proceedings.</param>
internal sealed partial record JournalReference(
    string Name,
    string? Volume,
    string? Issue,
    string? Pages,
    int? Year,
    bool IsConference
)
{
    private const int Milliseconds = 5_000;

    /// <summary>Reads a reference; null when there is none.</summary>
    public static JournalReference? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        text = text.Trim().TrimEnd('.');
        try
        {
            if (Conference().IsMatch(text))
                return new(text, null, null, null, YearIn(text), true);
            foreach (var form in (Regex[])[VolumePagesYear(), VolumeYearPages()])
                if (form.Match(text) is { Success: true } match)
                    return Of(match);
            return new(text, null, null, null, YearIn(text), false);
        }
        catch (RegexMatchTimeoutException)
        {
            return new(text, null, null, null, null, false);
        }
    }

    private static JournalReference Of(Match match) =>
        new(
            match.Groups["name"].Value.Trim().TrimEnd(','),
            match.Groups["volume"].Value,
            Optional(match.Groups["issue"]),
            Optional(match.Groups["pages"])?.Replace("–", "-", StringComparison.Ordinal),
            int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
            false
        );

    private static string? Optional(Group group) => group.Success && group.Length > 0 ? group.Value : null;

    private static int? YearIn(string text) =>
        Year4().Matches(text) is { Count: 1 } years ? int.Parse(years[0].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"\b(conference|workshop|symposium|proceedings of the .*(meeting|congress))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Conference();

    // Phys. Rev. D 76, 013009 (2007); Nature 393 (6684), 440-442 (1998); Physics Letters B716:1-29,2012 stays whole.
    [GeneratedRegex(
        @"^(?<name>\p{L}[^\d;:]*?)[ ,]+(?:[Vv]ol\.? ?)?(?<volume>[A-Z]?\d+)(?: ?\((?:no\. ?)?(?<issue>\d[\d-]*)\))?"
            + @"[,:] ?(?:pp?\.? ?)?(?<pages>[A-Z]?\d[\d.]*(?: ?[-–]+ ?[A-Z]?\d+)?) ?\((?<year>(?:19|20)\d\d)\)$",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex VolumePagesYear();

    // Phys. Lett. B 716 (2012) 1-29; Adv. Theor. Math. Phys. 2 (1998) 231-252; J. Stat. Mech. (2004) P06004 stays whole.
    [GeneratedRegex(
        @"^(?<name>\p{L}[^\d;:]*?)[ ,]+(?:[Vv]ol\.? ?)?(?<volume>[A-Z]?\d+)(?: ?\((?:no\. ?)?(?<issue>\d[\d-]{0,2})\))?"
            + @",? ?\((?<year>(?:19|20)\d\d)\),? ?(?:pp?\.? ?)?(?<pages>[A-Z]?\d[\d.]*(?: ?[-–]+ ?[A-Z]?\d+)?)?$",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex VolumeYearPages();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Year4();
}
