using PaperBot.Core.Models;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>What a model was asked.</summary>
/// <param name="Order">What is wanted.</param>
/// <param name="Prompt">What was sent.</param>
/// <param name="Sent">The keys of the passages in it.</param>
internal sealed record AskedModel(AnswerOrder Order, ModelPrompt Prompt, IReadOnlySet<string> Sent);
