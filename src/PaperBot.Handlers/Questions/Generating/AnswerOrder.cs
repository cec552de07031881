using PaperBot.Core.Documents;
using PaperBot.Core.Models;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>An answer that somebody wants: what it is kept by.</summary>
/// <param name="Paper">The paper with its version, or several joined by commas.</param>
/// <param name="Question">As <see cref="KeptAnswer.Question"/>.</param>
/// <param name="Language">The language of the answer.</param>
/// <param name="Prompt">The prompt's name.</param>
internal sealed record AnswerOrder(string Paper, string Question, Locale Language, string Prompt)
{
    /// <summary>The documents to answer from; empty for what needs none (translations).</summary>
    public IReadOnlyList<PaperDocument> Documents { get; init; } = [];

    /// <summary>What is looked for in documents that are too long to be sent whole.</summary>
    public EvidenceQuery? Hint { get; init; }

    /// <summary>The prompt's values but for the passages.</summary>
    public IReadOnlyDictionary<string, object> Values { get; init; } = new Dictionary<string, object>();

    /// <summary>False for what depends on a person: an upload, or what was said before. It is neither kept nor shared.</summary>
    public bool IsShared { get; init; } = true;

    /// <summary>A question of the FAQ over one paper.</summary>
    public static AnswerOrder Faq(string paper, string question, Locale language) =>
        new(paper, FaqKey(question), language, PromptNames.Faq(question));

    /// <summary>What a FAQ question is kept under.</summary>
    public static string FaqKey(string question) => "faq:" + question;
}
