using System.Collections.Concurrent;
using PaperBot.Core.Identity;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>
/// Who looks at which chat, and what is being answered in it. It carries no content: a page is told that something
/// changed and reads it from the transcript, so nothing can be lost or come twice.
/// </summary>
internal sealed class ChatHub
{
    public const int MostWatchers = 1_000;
    public const int MostWatchersByPerson = 40;

    private readonly ConcurrentDictionary<ConversationId, ChatRoom> _rooms = new();
    private readonly Lock _gate = new();
    private int _watchers;

    /// <summary>Begins to watch; null when too many do.</summary>
    public ChatWatcher? Watch(ConversationId chat)
    {
        lock (_gate)
        {
            var owner = ChatKey.OwnerOf(chat);
            var own = _rooms.Where(pair => ChatKey.OwnerOf(pair.Key) == owner).Sum(pair => pair.Value.Watchers.Count);
            if (_watchers >= MostWatchers || own >= MostWatchersByPerson)
                return null;
            _watchers++;
            var watcher = new ChatWatcher(chat, this);
            Room(chat).Watchers.TryAdd(watcher, true);
            return watcher;
        }
    }

    public void Unwatch(ChatWatcher watcher)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(watcher.Chat, out var room) || !room.Watchers.TryRemove(watcher, out _))
                return;
            _watchers--;
            CloseIfEmpty(watcher.Chat, room);
        }
    }

    /// <summary>Notes a request that is being answered; false when it is known already.</summary>
    public bool TryBegin(ActiveRequest request)
    {
        lock (_gate)
            if (!Room(request.Chat).Active.TryAdd(request.Id, request))
                return false;
        Signal(request.Chat);
        return true;
    }

    public void End(ActiveRequest request)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(request.Chat, out var room) || !room.Active.TryRemove(request.Id, out _))
                return;
            foreach (var watcher in room.Watchers.Keys)
                watcher.Signal();
            CloseIfEmpty(request.Chat, room);
        }
    }

    public IReadOnlyList<ActiveRequest> Active(ConversationId chat) =>
        _rooms.TryGetValue(chat, out var room) ? [.. room.Active.Values.OrderBy(request => request.Order)] : [];

    /// <summary>Something changed in the chat.</summary>
    public void Signal(ConversationId chat)
    {
        if (_rooms.TryGetValue(chat, out var room))
            foreach (var watcher in room.Watchers.Keys)
                watcher.Signal();
    }

    private ChatRoom Room(ConversationId chat) => _rooms.GetOrAdd(chat, static _ => new ChatRoom());

    private void CloseIfEmpty(ConversationId chat, ChatRoom room)
    {
        if (room.Watchers.IsEmpty && room.Active.IsEmpty)
            _rooms.TryRemove(chat, out _);
    }

    private sealed class ChatRoom
    {
        public ConcurrentDictionary<ChatWatcher, bool> Watchers { get; } = new();

        public ConcurrentDictionary<string, ActiveRequest> Active { get; } = new();
    }
}
