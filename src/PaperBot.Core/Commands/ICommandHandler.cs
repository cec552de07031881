using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;

namespace PaperBot.Core.Commands;

/// <summary>Does one command. It is found by its own <see cref="Spec"/>.</summary>
public interface ICommandHandler
{
    /// <summary>What it answers to.</summary>
    CommandSpec Spec { get; }

    /// <summary>Answers one request.</summary>
    Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken);
}
