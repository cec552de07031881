namespace PaperBot.Core.Papers;

/// <summary>An author as arXiv names them, accents decoded.</summary>
/// <param name="Name">Given names first: <c>Erwin Schrödinger</c>.</param>
/// <param name="Affiliation">As stated with the paper; null when it is not.</param>
public sealed record Author(string Name, string? Affiliation = null);
