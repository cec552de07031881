using System.Collections.Concurrent;
using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;

namespace PaperBot.Testing.Readers;

/// <summary>Says the same sentence about every paper, and remembers for which it was asked.</summary>
public sealed class OneSentence : ISummaries
{
    /// <summary>Which papers in which languages, each time.</summary>
    public ConcurrentQueue<(ArxivId Paper, string Language)> Asked { get; } = new();

    /// <summary>The model that says it; null, the default: none, it is of the abstract.</summary>
    public string? Model { get; set; }

    /// <inheritdoc />
    public Task<PaperSummary> OfAsync(Paper paper, Locale language, Caller caller, CancellationToken cancellationToken)
    {
        Asked.Enqueue((paper.Id, language.Tag));
        var sentence = language.IsChinese ? "一句话。" : "One sentence.";
        return Task.FromResult(new PaperSummary(sentence, language, Model));
    }
}
