using PaperBot.Core.Models;

namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>A prompt file that was read and checked.</summary>
internal sealed class PromptTemplate(
    string name,
    string version,
    PromptFile file,
    IReadOnlyList<PromptPart> parts,
    PromptFence fence
)
{
    private const int DefaultTokens = 1_500;

    private readonly PromptSettings _settings = file.ExecutionSettings.GetValueOrDefault("default") ?? new();

    public string Version => version;

    public IReadOnlyList<PromptVariable> Variables => file.InputVariables;

    /// <exception cref="ArgumentException">A required variable is missing, or a value is of a kind that cannot go in.</exception>
    public ModelPrompt Fill(IReadOnlyDictionary<string, object> values)
    {
        var filled = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var variable in file.InputVariables)
            if (values.GetValueOrDefault(variable.Name) is { } value)
                filled[variable.Name] = fence.Clean(value);
            else if (variable.IsRequired)
                throw new ArgumentException($"The prompt '{name}' needs a value for '{variable.Name}'.");
        var messages = parts.Select(part => new ModelMessage(part.Role, part.Template(filled).Trim()));
        return new(name, version, [.. messages])
        {
            MaxOutputTokens = _settings.MaxTokens ?? DefaultTokens,
            Temperature = _settings.Temperature,
        };
    }
}
