using Microsoft.Extensions.AI;
using OpenAI.Chat;
using PaperBot.Core.Models;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// A prompt as a chat. Which words a server has for the longest answer, and whether it takes a temperature, it says
/// when it refuses; from then on it is asked its own way.
/// </summary>
internal sealed class LlmRequest(LlmModelOptions options)
{
    private volatile bool _newWord = LlmHttp.IsOpenAI(options);
    private volatile bool _noTemperature;

    public static IList<ChatMessage> Messages(ModelPrompt prompt) =>
        [.. prompt.Messages.Select(message => new ChatMessage(RoleOf(message.Role), message.Text))];

    public ChatOptions Options(ModelPrompt prompt)
    {
        var chat = new ChatOptions { Temperature = _noTemperature ? null : (float?)prompt.Temperature };
        if (options.Provider == LlmProvider.Anthropic || _newWord)
            chat.MaxOutputTokens = prompt.MaxOutputTokens;
        else
            chat.RawRepresentationFactory = _ => WithOldWord(prompt.MaxOutputTokens);
        return chat;
    }

    /// <summary>Learns from a refusal.</summary>
    /// <returns>True when the same prompt may be taken now.</returns>
    public bool Learns(string refusal)
    {
        if (!_newWord && Has(refusal, "max_tokens") && Has(refusal, "max_completion_tokens"))
            return _newWord = true;
        return !_noTemperature && Has(refusal, "temperature") && (_noTemperature = true);
    }

    private static ChatCompletionOptions WithOldWord(int tokens)
    {
        var raw = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The SDK's only way to a field that it no longer knows.
        raw.Patch.Set("$.max_tokens"u8, tokens);
#pragma warning restore SCME0001
        return raw;
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static ChatRole RoleOf(ModelRole role) =>
        role switch
        {
            ModelRole.System => ChatRole.System,
            ModelRole.Assistant => ChatRole.Assistant,
            _ => ChatRole.User,
        };
}
