using System.Globalization;

namespace PaperBot.Core.Papers;

/// <summary>
/// An arXiv identifier, with or without a version: <c>hep-th/9901001v2</c>, <c>math/0309136</c>, <c>0704.0001</c>,
/// <c>2107.05580v3</c>. Kept in canonical form. Source: arXiv's "Understanding the arXiv identifier".
/// </summary>
public readonly partial record struct ArxivId
{
    private readonly string? _paper;

    internal ArxivId(string paper, int? version)
    {
        _paper = paper;
        Version = version;
    }

    /// <summary>The paper without its version, canonical: <c>2107.05580</c>.</summary>
    public string Paper => _paper ?? "";

    /// <summary>The version, from 1; null means the latest.</summary>
    public int? Version { get; }

    /// <summary>The first day of the month in which the number was given out.</summary>
    public DateOnly Month
    {
        get
        {
            var digits = Paper.AsSpan(Paper.IndexOf('/', StringComparison.Ordinal) + 1);
            if (digits.Length < 4)
                throw new InvalidOperationException("A default identifier has no month.");
            var year = int.Parse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture);
            var month = int.Parse(digits[2..4], NumberStyles.None, CultureInfo.InvariantCulture);
            return new(IsOld && year >= 91 ? 1900 + year : 2000 + year, month, 1);
        }
    }

    /// <summary>True for the form with an archive, in use until March 2007: <c>hep-th/9901001</c>.</summary>
    public bool IsOld => Paper.Contains('/', StringComparison.Ordinal);

    /// <summary>The same paper, whichever version is the latest.</summary>
    public ArxivId WithoutVersion => new(Paper, null);

    /// <summary>The same paper in the given version (from 1).</summary>
    public ArxivId WithVersion(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return new(Paper, version);
    }

    /// <inheritdoc />
    public override string ToString() =>
        Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Paper}v{version}") : Paper;
}
