namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>Why a request was not taken, in one sentence.</summary>
internal sealed record Problem(string Message);
