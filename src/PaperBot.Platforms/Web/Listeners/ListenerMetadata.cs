namespace PaperBot.Platforms.Web.Listeners;

/// <summary>The door behind which an endpoint answers. Endpoints without it answer behind the private one.</summary>
internal sealed record ListenerMetadata(ListenerKind Kind);
