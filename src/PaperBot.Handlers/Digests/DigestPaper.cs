using System.Globalization;
using PaperBot.Core.Models;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>A paper that may stand in a digest.</summary>
/// <param name="Paper">The record.</param>
/// <param name="Type">The first of new, cross, replace that holds over the subscribed categories.</param>
/// <param name="Day">The announcement.</param>
internal sealed record DigestPaper(Paper Paper, AnnounceType Type, DateOnly Day)
{
    /// <summary>Whether it is a new version.</summary>
    public bool IsReplacement => Type is AnnounceType.Replace or AnnounceType.ReplaceCross;

    /// <summary>What is told once: the paper, or one version that replaces another.</summary>
    public string Key =>
        !IsReplacement ? Paper.Id.Paper
        : Paper.Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Paper.Id.Paper}@{version}")
        : string.Create(CultureInfo.InvariantCulture, $"{Paper.Id.Paper}@{Day:yyyyMMdd}");

    /// <summary>Why it stands where it does.</summary>
    public IReadOnlyList<DigestReason> Reasons { get; init; } = [];

    /// <summary>The sum of the reasons' weights.</summary>
    public double Score => Math.Round(Reasons.Sum(reason => reason.Weight), 2);

    /// <summary>What it is about in a sentence; null when it has none.</summary>
    public PaperSummary? Summary { get; init; }
}
