using HandlebarsDotNet;
using PaperBot.Core.Models;

namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>One message of a prompt, compiled by itself, so that nothing filled in can begin another message.</summary>
internal sealed record PromptPart(ModelRole Role, HandlebarsTemplate<object, object> Template);
