using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Documents;

/// <summary>What callers are told about a paper's text.</summary>
internal static class DocumentErrors
{
    public static Error NoFile(ArxivId paper) => Errors.NotFound("documents.file", ("paper", paper.ToString()));

    public static Error TooLarge(int megabytes) => Errors.UserInput("documents.large", ("most", megabytes));

    public static Error Blocked() => Errors.Refused("documents.blocked");

    public static Error NoText() => Errors.UserInput("documents.text");

    public static Error NotPdf() => Errors.UserInput("documents.pdf");

    public static Error NoProgram(string program) =>
        Errors.UpstreamDown("documents.program", null, ("program", program));

    public static Error TooHard() => Errors.UserInput("documents.hard");

    public static Error TooSlow() => Errors.UpstreamDown("documents.slow", null);
}
