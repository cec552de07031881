using PaperBot.Core.Texts;

namespace PaperBot.Core.Health;

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">What was found and, if something is missing, what is switched off and what to do.</param>
public sealed record HealthFinding(HealthLevel Level, Message Message);
