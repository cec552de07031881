namespace PaperBot.Upstreams.Llm;

/// <summary>Names of the HTTP clients of the models.</summary>
internal static class LlmHttp
{
    public const string First = "llm";

    public const string Fallback = "llm-fallback";

    private static readonly Uri OpenAI = new("https://api.openai.com/v1");
    private static readonly Uri Anthropic = new("https://api.anthropic.com");

    /// <summary>Where a model is asked.</summary>
    public static Uri EndpointOf(LlmModelOptions options) =>
        options.Endpoint ?? (options.Provider == LlmProvider.Anthropic ? Anthropic : OpenAI);

    /// <summary>Whether it is OpenAI itself, which no longer takes <c>max_tokens</c>.</summary>
    public static bool IsOpenAI(LlmModelOptions options) => EndpointOf(options).Host == OpenAI.Host;
}
