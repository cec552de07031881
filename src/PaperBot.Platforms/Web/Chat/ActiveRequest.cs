using PaperBot.Core.Identity;
using PaperBot.Core.Progress;
using PaperBot.Platforms.Progress;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>A request that is being answered, with what its asker may want to know meanwhile.</summary>
internal sealed class ActiveRequest(ConversationId chat, string id, ReplyAddress address, long order, ChatHub hub)
    : IProgressSink
{
    private readonly ProgressState _state = new();

    public ConversationId Chat { get; } = chat;

    /// <summary>As the page named its message.</summary>
    public string Id { get; } = id;

    public ReplyAddress Address { get; } = address;

    /// <summary>Grows from request to request.</summary>
    public long Order { get; } = order;

    public void Report(ProgressUpdate update)
    {
        _state.Report(update);
        hub.Signal(Chat);
    }

    /// <summary>What is known now; the version grows with every report.</summary>
    public (long Version, ProgressUpdate? Step, string? Partial) Read() => _state.Read();
}
