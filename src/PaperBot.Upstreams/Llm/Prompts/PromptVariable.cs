namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>One of a prompt's <c>input_variables</c>. As in Semantic Kernel it is required unless it says otherwise.</summary>
internal sealed class PromptVariable
{
    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public bool IsRequired { get; set; } = true;
}
