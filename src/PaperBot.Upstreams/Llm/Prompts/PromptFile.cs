namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>A prompt file as it is written: Semantic Kernel's prompt-function format.</summary>
internal sealed class PromptFile
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? TemplateFormat { get; set; }

    public string? Template { get; set; }

    public List<PromptVariable> InputVariables { get; set; } = [];

    public Dictionary<string, PromptSettings> ExecutionSettings { get; set; } = [];
}
