using PaperBot.Core.Models;

namespace PaperBot.Upstreams.Llm;

/// <summary>One configured model.</summary>
/// <param name="Options">How it is asked.</param>
/// <param name="Client">The HTTP client's name in the factory.</param>
/// <param name="Queue">The queue's name.</param>
/// <param name="HasSuccessor">Whether another one takes over when it does not answer.</param>
internal sealed record LlmModel(LlmModelOptions Options, string Client, string Queue, bool HasSuccessor)
{
    public ModelFacts Facts { get; } = new(Options.Model, LlmHttp.EndpointOf(Options).Host, Options.ContextTokens);

    /// <summary>The configured models in the order in which they are asked.</summary>
    public static IReadOnlyList<LlmModel> Of(LlmOptions options)
    {
        if (options.Model.Length == 0)
            return [];
        var first = "llm:" + options.Model;
        var hasFallback = options.Fallback.Model.Length > 0;
        var model = new LlmModel(options, LlmHttp.First, first, hasFallback);
        if (!hasFallback)
            return [model];
        var second = "llm:" + options.Fallback.Model;
        if (second == first)
            second += "@" + LlmHttp.EndpointOf(options.Fallback).Authority;
        return [model, new(options.Fallback, LlmHttp.Fallback, second, HasSuccessor: false)];
    }
}
