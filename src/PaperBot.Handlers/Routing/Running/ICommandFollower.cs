using PaperBot.Core.Commands;

namespace PaperBot.Handlers.Routing.Running;

/// <summary>Hears of every command that was answered without an error, before its answer is shown.</summary>
internal interface ICommandFollower
{
    /// <summary>Must not throw but for cancellation, and must not take long.</summary>
    Task AnsweredAsync(CommandRequest request, CancellationToken cancellationToken);
}
