namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>A file from a page, with what was typed beside it.</summary>
/// <param name="Id">Made up by the page: the same file sent twice is answered once.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Text">The command line that takes it.</param>
/// <param name="Content">Its bytes; base64 on the wire.</param>
internal sealed record FileBody(string? Id, string? Name, string? Text, byte[]? Content);
