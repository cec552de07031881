using PaperBot.Core.Commands;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>Writes the command line of a question.</summary>
internal static class AskLine
{
    /// <summary>Identifiers joined by commas, then the question as it stands.</summary>
    public static string Of(IReadOnlyList<ArxivId> papers, string question) =>
        Of(papers.Select(paper => paper.ToString()), question);

    /// <summary>Names of papers or uploads joined by commas, then the question as it stands.</summary>
    public static string Of(IEnumerable<string> names, string question) =>
        $"/ask paper:{CommandLine.Quote(string.Join(',', names))} question:{question}";

    /// <summary>The same, with what the person says to sending a file's text to a model.</summary>
    public static string Of(string names, bool agree, string question) =>
        $"/ask paper:{CommandLine.Quote(names)} agree:{(agree ? "true" : "false")} question:{question}";

    /// <summary>Another question about the same; the platform asks for it.</summary>
    public static ReplyAction Further(IReadOnlyList<AskedDocument> asked, string label) =>
        ReplyAction.Run(label, Of(asked.Select(one => one.Name), CommandLine.Ask));

    /// <summary>The conversation about the same, named after it.</summary>
    public static Talk Talk(IReadOnlyList<AskedDocument> asked) =>
        new(string.Join(" · ", asked.Select(one => one.Title)), Of(asked.Select(one => one.Name), CommandLine.Ask));
}
