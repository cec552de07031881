using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>A paper in a listing, with what the listing tells of it.</summary>
/// <param name="Paper">The record; dates of versions are not in it.</param>
/// <param name="Type">How it is announced there.</param>
internal sealed record ListedPaper(Paper Paper, AnnounceType Type);
