namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>A login.</summary>
internal sealed record LoginBody(string? Key);
