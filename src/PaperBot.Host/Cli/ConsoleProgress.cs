using PaperBot.Core.Progress;
using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary>Tells a person who watches the terminal what their command waits for.</summary>
internal sealed class ConsoleProgress(TextWriter error, ITexts texts, Locale locale) : IProgressSink
{
    private readonly Lock _gate = new();
    private string _last = "";

    public void Report(ProgressUpdate update)
    {
        var text = update switch
        {
            ProgressUpdate.Queued { ExpectedWait: { } wait } queued => texts.Get(
                locale,
                "cli.queued.wait",
                ("upstream", queued.Upstream),
                ("position", queued.Position),
                ("wait", wait)
            ),
            ProgressUpdate.Queued queued => texts.Get(
                locale,
                "cli.queued",
                ("upstream", queued.Upstream),
                ("position", queued.Position)
            ),
            ProgressUpdate.Stage stage => texts.Get(locale, stage.Message),
            _ => "",
        };
        lock (_gate)
        {
            if (text.Length == 0 || text == _last)
                return;
            _last = text;
            error.WriteLine(text);
        }
    }
}
