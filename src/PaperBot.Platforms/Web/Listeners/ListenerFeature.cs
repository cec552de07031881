namespace PaperBot.Platforms.Web.Listeners;

/// <summary>Set on every connection by the listener that accepted it.</summary>
internal sealed record ListenerFeature(ListenerKind Kind);
