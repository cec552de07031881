using System.Text.RegularExpressions;
using PaperBot.Core.Progress;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>
/// Shows a model's answer as it comes: cleaned, behind what stands there already, and without the end that is not
/// finished, which could yet become a link or a key.
/// </summary>
internal sealed class CleanedProgress(IProgressSink inner, string before, Func<string, string> clean) : IProgressSink
{
    private const int Step = 60;
    private const int LongestOpenEnd = 400;
    private static readonly char[] Openings = ['[', '<', '(', '【', '（', '“', '"', '$', '&'];
    private readonly Lock _lock = new();
    private int _shown;

    public void Report(ProgressUpdate update)
    {
        if (update is not ProgressUpdate.Partial partial)
        {
            inner.Report(update);
            return;
        }
        var text = partial.Markdown;
        lock (_lock)
        {
            if (text.Length < _shown + Step)
                return;
            _shown = text.Length;
        }
        try
        {
            inner.Report(new ProgressUpdate.Partial(before + clean(Finished(text))));
        }
        catch (RegexMatchTimeoutException)
        {
            // Nobody needs this step: the whole answer is checked when it is there.
        }
    }

    internal static string Finished(string text)
    {
        var from = Math.Max(0, text.Length - LongestOpenEnd);
        var line = text.LastIndexOf('\n') + 1;
        var space = text.LastIndexOf(' ');
        var end = Math.Max(space, line);
        var open = text.IndexOfAny(Openings, Math.Max(from, line));
        // Whatever opens in the last line waits until the line is there.
        return open >= 0 && open < end ? text[..LastSafe(text, line, end)] : text[..Math.Max(end, 0)];
    }

    private static int LastSafe(string text, int line, int end)
    {
        var (depth, safe) = (0, line);
        for (var i = line; i < end; i++)
        {
            var c = text[i];
            if (c is '[' or '<' or '(' or '【' or '（' or '“')
                depth++;
            else if (c is ']' or '>' or ')' or '】' or '）' or '”')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && char.IsWhiteSpace(c))
                safe = i;
        }
        return depth == 0 ? end : safe;
    }
}
