using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Core.Models;

/// <summary>
/// The language models behind their queues: <c>Llm:Model</c>, and <c>Llm:Fallback:Model</c> when the first is down. On a
/// machine without a configured model every call ends in <see cref="ModelErrors.None"/>, and callers answer without.
/// </summary>
public interface ILanguageModel
{
    /// <summary>Those that may answer, in the order in which they are asked; empty when none is configured.</summary>
    IReadOnlyList<ModelFacts> Models { get; }

    /// <summary>
    /// Why no new answer can be had now: no model (<see cref="ModelErrors.IsNone"/>), or the day's budget is spent
    /// (<see cref="ModelErrors.IsBudget"/>, with the time when models come back). Null: ask.
    /// </summary>
    Task<Error?> UnavailableAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks. Calls of one key, waiting or running, are one call, and everybody gets its answer; the answer so far goes
    /// to the caller's progress as it comes (<see cref="Progress.ProgressUpdate.Partial"/>, raw text of the model:
    /// whoever shows it cleans it first). An answer that was begun is finished and kept even when nobody waits any more.
    /// </summary>
    /// <returns>
    /// The answer, which may have been cut (<see cref="ModelAnswer.End"/>), or the error;
    /// <see cref="ModelErrors.IsTooLong"/> means: ask with fewer passages.
    /// </returns>
    Task<Outcome<ModelAnswer>> AskAsync(ModelCall call, Caller caller, CancellationToken cancellationToken);
}
