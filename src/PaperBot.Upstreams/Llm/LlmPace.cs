using PaperBot.Core.Queues;
using PaperBot.Core.Texts;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Llm;

/// <summary>How fast a model is asked. In no minute is more taken than the options permit, bursts included.</summary>
internal static class LlmPace
{
    private const string Tokens = "tokens";
    private const double UsualTokens = 4_000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Where another model stands ready nobody waits for long.
    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(5);

    /// <summary>The attempt's own time is over this much before the queue's, so that it ends with what it has.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    public static UpstreamPace Of(LlmModel model)
    {
        var options = model.Options;
        var pace = new UpstreamPace(model.Queue, ChargesOf(options, UsualTokens))
        {
            DisplayName = Message.Of("upstream.llm", ("model", options.Model)),
            Concurrent = options.Concurrency,
            AttemptTimeout = options.AttemptTimeout + Margin,
            MaxAttempts = model.HasSuccessor ? 2 : 3,
            FailuresToOpen = 3,
        };
        return model.HasSuccessor ? pace with { Patience = [ShortPatience, ShortPatience, ShortPatience] } : pace;
    }

    public static IReadOnlyList<SlotCharge> ChargesOf(LlmModelOptions options, double tokens)
    {
        var requests = Charge("requests", 1, options.RequestsPerMinute, options.Concurrency);
        return options.TokensPerMinute == 0
            ? [requests]
            : [requests, Charge(Tokens, tokens, options.TokensPerMinute, options.TokensPerMinute / 2)];
    }

    // The burst is taken off the rate: both together are what a minute may hold.
    private static SlotCharge Charge(string limit, double cost, int perMinute, int burst)
    {
        burst = Math.Clamp(burst, 1, Math.Max(1, perMinute / 2));
        return new(limit, cost, Minute / (burst == 1 ? perMinute : perMinute - burst), burst);
    }
}
