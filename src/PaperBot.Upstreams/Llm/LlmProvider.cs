namespace PaperBot.Upstreams.Llm;

/// <summary>The protocol that a model's server speaks.</summary>
public enum LlmProvider
{
    /// <summary>Chat completions, as OpenAI, Moonshot, DeepSeek, Ollama, vLLM, LM Studio and most others take them.</summary>
    OpenAI,

    /// <summary>Anthropic's messages.</summary>
    Anthropic,
}
