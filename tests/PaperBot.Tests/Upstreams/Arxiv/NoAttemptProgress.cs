using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Arxiv;

/// <summary>arXiv's answers come whole.</summary>
internal sealed class NoAttemptProgress : IAttemptProgress
{
    public void Partial(int call, string markdown) => throw new InvalidOperationException("arXiv streams nothing.");
}
