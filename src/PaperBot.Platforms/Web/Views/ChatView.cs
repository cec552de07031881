namespace PaperBot.Platforms.Web.Views;

/// <summary>A stretch of a chat.</summary>
/// <param name="Turns">Oldest first.</param>
/// <param name="More">Whether there are older ones.</param>
/// <param name="Change">The last change among them; events are read on from it.</param>
internal sealed record ChatView(IReadOnlyList<TurnView> Turns, bool More, long Change);
