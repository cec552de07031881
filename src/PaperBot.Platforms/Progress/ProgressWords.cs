using PaperBot.Core.Progress;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Progress;

/// <summary>One line about a request that waits.</summary>
internal sealed class ProgressWords(ITexts texts)
{
    public string Of(ProgressUpdate? step, Locale locale) =>
        step switch
        {
            ProgressUpdate.Queued { ExpectedWait: { } wait } queued => texts.Get(
                locale,
                "progress.queued.wait",
                ("position", queued.Position),
                ("upstream", Upstream(queued.Upstream, locale)),
                ("wait", wait)
            ),
            ProgressUpdate.Queued queued => texts.Get(
                locale,
                "progress.queued",
                ("position", queued.Position),
                ("upstream", Upstream(queued.Upstream, locale))
            ),
            ProgressUpdate.Stage stage => texts.Get(locale, stage.Message),
            _ => texts.Get(locale, "progress.working"),
        };

    private string Upstream(string name, Locale locale) =>
        texts.Find(locale, "progress.upstream." + name.Split(':')[0]) ?? name;
}
