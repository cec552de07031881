using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers;

/// <summary>A paper near another one.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Authors">Authors of both.</param>
/// <param name="Words">Telling words of both, the rarest first.</param>
/// <param name="Score">How near; greater is nearer.</param>
internal sealed record RelatedPaper(
    Paper Paper,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Words,
    double Score
);
