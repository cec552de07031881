namespace PaperBot.Core.Models;

/// <summary>The prompts that the bot knows; for each there is a file in either language.</summary>
public static class PromptNames
{
    /// <summary>Answers a question from passages of papers.</summary>
    public const string Ask = "ask";

    /// <summary>Translates title and abstract.</summary>
    public const string Translate = "translate";

    /// <summary>One sentence about a paper.</summary>
    public const string Summary = "summary";

    /// <summary>The six questions of the FAQ, in order; <see cref="Faq"/> gives the prompt of each.</summary>
    public static readonly IReadOnlyList<string> FaqQuestions =
    [
        "problem",
        "related",
        "method",
        "experiments",
        "future",
        "summary",
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => FaqQuestions.Select(Faq).Concat([Ask, Translate, Summary]);

    /// <summary>The prompt of a FAQ question.</summary>
    public static string Faq(string question) => "faq-" + question;
}
