using System.ComponentModel.DataAnnotations;

namespace PaperBot.Upstreams.Llm;

/// <summary>How one model is asked.</summary>
public class LlmModelOptions
{
    /// <summary>Which protocol it speaks. Default <see cref="LlmProvider.OpenAI"/>, which nearly all do.</summary>
    public LlmProvider Provider { get; set; } = LlmProvider.OpenAI;

    /// <summary>The address before <c>/chat/completions</c> or <c>/v1/messages</c>; null: the provider's own.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>As the provider names it: <c>kimi-k2-turbo-preview</c>, <c>qwen3:8b</c>. Empty: no model.</summary>
    public string Model { get; set; } = "";

    /// <summary>The secret key; may be empty for a model on one's own machine.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>How much text the model takes, prompt and answer together, in tokens. Default 32,000.</summary>
    [Range(2_000, 10_000_000)]
    public int ContextTokens { get; set; } = 32_000;

    /// <summary>Requests a minute. Default 60.</summary>
    [Range(1, 100_000)]
    public int RequestsPerMinute { get; set; } = 60;

    /// <summary>Tokens a minute, prompts and answers together; 0: no limit. Default 0.</summary>
    [Range(0, 1_000_000_000)]
    public int TokensPerMinute { get; set; }

    /// <summary>Requests under way at once. Default 4.</summary>
    [Range(1, 1_000)]
    public int Concurrency { get; set; } = 4;

    /// <summary>After this an answer is taken as it stands. Default 3 min.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>A model that says nothing for this long has hung up. Default 45 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan SilenceTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>What a million tokens of prompts cost, in a currency of one's own choice. Default 0: not reckoned.</summary>
    [Range(typeof(decimal), "0", "100000")]
    public decimal InputPrice { get; set; }

    /// <summary>What a million tokens of answers cost, in the same currency. Default 0.</summary>
    [Range(typeof(decimal), "0", "100000")]
    public decimal OutputPrice { get; set; }

    /// <summary><c>http://…</c>, <c>socks5://…</c> or <c>direct</c>; default what the environment says.</summary>
    public string? Proxy { get; set; }
}
