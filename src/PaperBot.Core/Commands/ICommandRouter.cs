using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Commands;

/// <summary>Where platforms and handlers meet.</summary>
public interface ICommandRouter
{
    /// <summary>All commands, by name.</summary>
    IReadOnlyList<CommandSpec> Specs { get; }

    /// <summary>
    /// Understands a text and checks its arguments and the person's right, without doing anything: for a platform
    /// that has to choose before it defers.
    /// </summary>
    /// <returns>The spec that would run, or the error that <see cref="HandleAsync"/> would answer with.</returns>
    Task<Outcome<CommandSpec>> CheckAsync(Incoming incoming, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a text through limits and a handler. Never throws but for cancellation; a cancelled request that was
    /// written down is resumed at the next start.
    /// </summary>
    Task<Response> HandleAsync(Incoming incoming, CancellationToken cancellationToken);

    /// <summary>The platform has shown the reply: the request is done and is not resumed any more.</summary>
    Task ConfirmAsync(RequestId id, CancellationToken cancellationToken);

    /// <summary>
    /// The platform failed to show the reply: after a while it is made again and goes out by the platform's outbox. Without
    /// effect for a request that was not written down, or is done. Never throws but for cancellation.
    /// </summary>
    Task PostponeAsync(RequestId id, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the person would be let in with a command there, by their right and by the rules of the place: for a
    /// platform that completes what somebody types. The request's text is not looked at.
    /// </summary>
    Task<bool> MayUseAsync(Incoming incoming, string command, CancellationToken cancellationToken);

    /// <summary>Whether <see cref="SuggestAsync"/> knows values for a parameter at all.</summary>
    bool Suggests(CommandSpec command, Parameter parameter);

    /// <summary>Values to offer for a parameter while somebody types, best first, at most 25.</summary>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(
        string command,
        string parameter,
        string typed,
        Locale locale,
        CancellationToken cancellationToken
    );
}
