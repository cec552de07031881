using PaperBot.Core.Documents;
using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary>The answer to one question: a model's, or the paper's own sentences.</summary>
/// <param name="Question">Which one.</param>
internal sealed record FaqAnswer(FaqQuestion Question)
{
    /// <summary>By a model; null: the sentences are given.</summary>
    public GivenAnswer? Given { get; init; }

    /// <summary>The paper's own.</summary>
    public IReadOnlyList<TellingSentence> Sentences { get; init; } = [];

    /// <summary>Why it is not by a model.</summary>
    public Error? Reason { get; init; }

    /// <summary>Why there is neither: the paper's text could not be had.</summary>
    public Error? Unread { get; init; }
}
