namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>A message from a page.</summary>
/// <param name="Id">Made up by the page: the same message sent twice is answered once.</param>
/// <param name="Text">What was typed or pressed.</param>
/// <param name="Replaces">The turn whose answer is to be replaced; null: a turn of its own.</param>
internal sealed record MessageBody(string? Id, string? Text, string? Replaces);
