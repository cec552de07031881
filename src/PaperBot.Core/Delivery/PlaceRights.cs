using PaperBot.Core.Texts;

namespace PaperBot.Core.Delivery;

/// <summary>What the bot may do in a place.</summary>
/// <param name="MayPost">Post messages of its own; false also for a place that it does not see.</param>
/// <param name="MayAttach">Send files and pictures with them.</param>
/// <param name="Lacks">
/// Each missing right with its reason, a sentence each, in no language yet; empty when nothing is missing, or when
/// nothing that could be granted would help.
/// </param>
public sealed record PlaceRights(bool MayPost, bool MayAttach, IReadOnlyList<Message> Lacks)
{
    /// <summary>Nothing is missing.</summary>
    public static PlaceRights Full { get; } = new(true, true, []);
}
