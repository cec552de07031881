namespace PaperBot.Upstreams.Llm;

/// <summary>A model's server answered with a status that is no success.</summary>
internal sealed class LlmHttpException(int status, DateTimeOffset? retryAt, string body)
    : Exception($"The model's server answered {status}.")
{
    public int Status { get; } = status;

    /// <summary>Retry-After as a moment; null when there was none.</summary>
    public DateTimeOffset? RetryAt { get; } = retryAt;

    /// <summary>The beginning of what it said; for decisions only, never for people or logs.</summary>
    public string Body { get; } = body;

    /// <summary>The exception inside of whatever an SDK wrapped around it.</summary>
    public static LlmHttpException? In(Exception? exception) =>
        exception switch
        {
            null => null,
            LlmHttpException found => found,
            AggregateException several => several.InnerExceptions.Select(In).FirstOrDefault(found => found is not null),
            _ => In(exception.InnerException),
        };
}
