using PaperBot.Core.Texts;

namespace PaperBot.Tests.Platforms.Web;

/// <summary>The texts of all features, and examples where no feature has defined them.</summary>
internal sealed class HelpTasks(TextCatalogue catalogue) : ITexts
{
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["help.task.1.title"] = "Look a paper up",
        ["help.task.1.line"] = "1706.03762",
        ["help.task.2.title"] = "Find papers about a topic",
        ["help.task.2.line"] = "/arxiv search attention",
        ["help.task.3.title"] = "Read today's announcements",
        ["help.task.3.line"] = "/arxiv new cs.CL",
        ["help.task.4.title"] = "Ask about a paper",
        ["help.task.4.line"] = "/ask 1706.03762 ?",
    };

    public string Get(Locale locale, Message message) => catalogue.Get(locale, message);

    public string? Find(Locale locale, string key) => catalogue.Find(locale, key) ?? Examples.GetValueOrDefault(key);
}
