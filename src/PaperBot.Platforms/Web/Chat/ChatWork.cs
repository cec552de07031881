using PaperBot.Core.Commands;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>A message on its way to the router.</summary>
internal sealed record ChatWork(Incoming Incoming, ActiveRequest Request);
