namespace PaperBot.Core.Identity;

/// <summary>Who asks.</summary>
/// <param name="Id">The id that limits, preferences and erasure go by.</param>
/// <param name="Name">The name that the platform shows, if it tells; never used as an id.</param>
public sealed record Person(PersonId Id, string? Name = null);
