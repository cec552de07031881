using System.Collections.Concurrent;
using System.Threading.Channels;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.WeChat;

/// <summary>
/// What owners are to be told, until <see cref="WeChatNoticeService"/> takes it: a door that posts may not wait for a
/// notice that posts through the same door.
/// </summary>
internal sealed class WeChatNotices
{
    public const int Most = 1_000;

    private readonly Channel<Notice> _changes = Channel.CreateBounded<Notice>(Most);
    private readonly ConcurrentDictionary<(PlaceId Place, string Reason), bool> _told = new();

    public ChannelReader<Notice> Changes => _changes.Reader;

    /// <summary>Tells it, unless it was told and is still wrong.</summary>
    /// <param name="place">Which place it is about.</param>
    /// <param name="reason">Names it, at most 60 characters.</param>
    /// <param name="text">The sentence; <c>{place}</c> is filled.</param>
    public void Tell(PlaceId place, string reason, Message text)
    {
        if (_told.Count < Most && _told.TryAdd((place, reason), true))
            _changes.Writer.TryWrite(new Notice(place, reason, text));
    }

    /// <summary>It is right again. Cheap when nothing was told.</summary>
    /// <param name="place">Which place it is about.</param>
    /// <param name="reason">Names it.</param>
    /// <param name="evenBefore">Whether an earlier process may have told it.</param>
    public void Forget(PlaceId place, string reason, bool evenBefore = false)
    {
        if (_told.TryRemove((place, reason), out _) || evenBefore)
            _changes.Writer.TryWrite(new Notice(place, reason, null));
    }

    /// <summary>Everything about a place is right again.</summary>
    public void Forget(PlaceId place)
    {
        if (_told.IsEmpty)
            return;
        foreach (var (told, reason) in _told.Keys)
            if (told == place)
                Forget(told, reason);
    }

    /// <summary>A change.</summary>
    /// <param name="Place">Which place it is about.</param>
    /// <param name="Reason">Names it.</param>
    /// <param name="Text">What to tell; null: it is right again.</param>
    internal sealed record Notice(PlaceId Place, string Reason, Message? Text);
}
