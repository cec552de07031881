using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Delivery;

/// <summary>Tells those who are responsible for a place something that only they can change, once.</summary>
public interface IOwnerNotices
{
    /// <summary>
    /// Tells the place's owners; where none can be reached, the named administrators of the bot. Never throws but for
    /// cancellation, and never tries longer than one post for each of them: it is a courtesy beside the work.
    /// </summary>
    /// <param name="place">Which place it is about; of a server its owner is told.</param>
    /// <param name="reason">
    /// Names what is told, as <c>closed</c> or <c>digest.abc123</c>, at most 60 characters: the same reason of the same
    /// place is told once, until <see cref="ForgetAsync"/>.
    /// </param>
    /// <param name="text">
    /// The sentence. Its placeholder <c>{place}</c>, if it has one, is filled with the place's name.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when somebody was told now.</returns>
    Task<bool> TellAsync(Place place, string reason, Message text, CancellationToken cancellationToken);

    /// <summary>What was wrong is right again: the next time it is told anew. Cheap when nothing was told.</summary>
    Task ForgetAsync(Place place, string reason, CancellationToken cancellationToken);
}
