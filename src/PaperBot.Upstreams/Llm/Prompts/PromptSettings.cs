namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>One of a prompt's <c>execution_settings</c>; <c>default</c> is the one that is read.</summary>
internal sealed class PromptSettings
{
    public double? Temperature { get; set; }

    public int? MaxTokens { get; set; }
}
