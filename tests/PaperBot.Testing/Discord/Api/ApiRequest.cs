namespace PaperBot.Testing.Discord.Api;

/// <summary>A request as it reaches the API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the version, unescaped part by part.</param>
/// <param name="Query">The parameters of the address.</param>
/// <param name="Authorization">The header.</param>
/// <param name="UserAgent">The header.</param>
/// <param name="ContentType">The header.</param>
/// <param name="Body">The bytes.</param>
public sealed record ApiRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    string? Authorization,
    string? UserAgent,
    string? ContentType,
    byte[] Body
);
