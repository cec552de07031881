using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Questions.Pages;

/// <summary>A bot without a web page, as on the console.</summary>
internal sealed class NoPaperPages : IPaperPages
{
    public Uri? Of(ArxivId paper) => null;
}
