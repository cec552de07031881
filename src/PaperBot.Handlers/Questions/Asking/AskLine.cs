using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>Writes the command line of a question.</summary>
internal static class AskLine
{
    /// <summary>Identifiers joined by commas, then the question as it stands.</summary>
    public static string Of(IReadOnlyList<ArxivId> papers, string question) =>
        $"/ask paper:{string.Join(',', papers)} question:{question}";
}
