namespace PaperBot.Platforms.Web.Listeners;

/// <summary>On an endpoint: the door behind which it answers. Endpoints without it answer behind the private one.</summary>
internal sealed record ListenerMetadata(ListenerKind Kind);
