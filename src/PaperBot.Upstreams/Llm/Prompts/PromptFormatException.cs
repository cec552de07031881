namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>A prompt file that cannot be used; the message is a sentence for the operator.</summary>
internal sealed class PromptFormatException(string message, Exception? inner = null) : Exception(message, inner);
