using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Llm;

/// <summary>What a server's refusal means. Providers agree on the statuses and on little else, so their words count too.</summary>
internal static class LlmFailures
{
    private static readonly string[] TooLong =
    [
        "context_length",
        "context length",
        "context window",
        "context size",
        "exceed_context",
        "prompt is too long",
        "input is too long",
        "too many tokens",
        "token limit",
        "reduce the length",
        "maximum input",
    ];

    private static readonly string[] NoCredit =
    [
        "insufficient_quota",
        "insufficient balance",
        "exceeded_current_quota",
        "credit balance",
        "billing",
    ];

    public static Attempt<ModelAnswer> Of(LlmHttpException failure, string model) =>
        failure.Status switch
        {
            400 or 413 or 422 when failure.Status == 413 || Says(failure, TooLong) => Final(ModelErrors.TooLong(model)),
            400 or 422 when !Says(failure, NoCredit) => new Attempt<ModelAnswer>.BadBatch(ModelErrors.Bad(model)),
            429 when !Says(failure, NoCredit) => new Attempt<ModelAnswer>.Throttled(failure.RetryAt),
            408 or 409 or 425 or >= 500 => new Attempt<ModelAnswer>.Unavailable(failure.RetryAt),
            _ => new Attempt<ModelAnswer>.Refused(ModelErrors.Refused(model)),
        };

    /// <summary>An end that is no failure of the server.</summary>
    public static Attempt<ModelAnswer> Final(Error error) =>
        new Attempt<ModelAnswer>.Answered([Outcome.Fail<ModelAnswer>(error)]);

    private static bool Says(LlmHttpException failure, string[] words) =>
        words.Any(word => failure.Body.Contains(word, StringComparison.OrdinalIgnoreCase));
}
