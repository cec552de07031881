using PaperBot.Core.Models;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>
/// What a person is told who waits first for a paper's text and then for a model: both stages and one expected wait.
/// </summary>
internal sealed class AskedStages(ILanguageModel model, IQueueMonitor monitor)
{
    private const string ModelQueue = "llm:";

    /// <summary>While the text is waited for.</summary>
    public IProgressSink OfDocument(IProgressSink inner) =>
        model.Models.Count == 0 ? inner : new Sink(inner, "answer.wait.document", ModelWait);

    /// <summary>While the model is waited for.</summary>
    public static IProgressSink OfModel(IProgressSink inner) =>
        new Sink(inner, "answer.wait.model", () => TimeSpan.Zero);

    private TimeSpan ModelWait()
    {
        var name = ModelQueue + model.Models[0].Name;
        return monitor.Read().FirstOrDefault(queue => queue.Name == name)?.ExpectedWait ?? TimeSpan.Zero;
    }

    private sealed class Sink(IProgressSink inner, string key, Func<TimeSpan> later) : IProgressSink
    {
        public void Report(ProgressUpdate update)
        {
            if (update is not ProgressUpdate.Queued queued)
            {
                inner.Report(update);
                return;
            }
            var message = queued.ExpectedWait is { } wait
                ? Message.Of(key + ".expected", ("position", queued.Position), ("wait", wait + later()))
                : Message.Of(key, ("position", queued.Position));
            inner.Report(new ProgressUpdate.Stage(message));
        }
    }
}
