namespace PaperBot.Testing.Discord;

/// <summary>A request and how it was answered.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the version.</param>
/// <param name="Status">The answer.</param>
/// <param name="Code">Discord's own code, if any.</param>
/// <param name="At">When it was handled.</param>
/// <param name="Scope">The scope of a 429.</param>
public sealed record LoggedRequest(
    string Method,
    string Path,
    int Status,
    int Code,
    DateTimeOffset At,
    string? Scope = null
);
