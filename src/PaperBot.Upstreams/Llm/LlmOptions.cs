using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PaperBot.Upstreams.Llm;

/// <summary>The section <c>Llm</c>: the language model, the one that takes over, and what they may cost.</summary>
public sealed class LlmOptions : LlmModelOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Llm";

    /// <summary>The model that takes over while the first does not answer. Default none.</summary>
    [ValidateObjectMembers]
    public LlmModelOptions Fallback { get; set; } = new();

    /// <summary>Tokens of a day (UTC), prompts and answers of all models together; 0: no limit. Default 2,000,000.</summary>
    [Range(typeof(long), "0", "1000000000000")]
    public long DailyBudget { get; set; } = 2_000_000;

    /// <summary>Tokens that one person may cause in 24 hours; 0: no limit. Default 300,000.</summary>
    [Range(typeof(long), "0", "1000000000000")]
    public long PersonQuota { get; set; } = 300_000;

    /// <summary>
    /// Tokens that may be caused in one place (a server, a direct chat) in 24 hours; 0: no limit. Default 1,000,000.
    /// </summary>
    [Range(typeof(long), "0", "1000000000000")]
    public long PlaceQuota { get; set; } = 1_000_000;

    /// <summary>
    /// Where the prompt files are; empty: <c>prompts</c> in the working folder, else beside the program.
    /// </summary>
    public string PromptFolder { get; set; } = "";
}
