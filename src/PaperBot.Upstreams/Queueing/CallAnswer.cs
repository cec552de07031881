using PaperBot.Core.Outcomes;

namespace PaperBot.Upstreams.Queueing;

/// <summary>What an answered request says about one call of its batch.</summary>
/// <param name="Outcome">The final answer, a value or for example "not found"; null when the answer lacks the call.</param>
internal readonly record struct CallAnswer<TResult>(Outcome<TResult>? Outcome)
{
    /// <summary>The answer should have contained the call and did not: it is tried again.</summary>
    public static CallAnswer<TResult> Missing => default;

    public static implicit operator CallAnswer<TResult>(Outcome<TResult> outcome) => new(outcome);
}
