namespace PaperBot.Core.Commands;

/// <summary>One value of a choice.</summary>
/// <param name="Value">What the handler gets.</param>
/// <param name="Aliases">Other ways to write it, Chinese ones among them.</param>
public sealed record Choice(string Value, params IReadOnlyList<string> Aliases);
