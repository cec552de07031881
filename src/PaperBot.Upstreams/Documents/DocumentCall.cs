using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Documents;

/// <summary>One file of a paper.</summary>
/// <param name="Paper">With its version.</param>
/// <param name="Kind">Which file.</param>
internal sealed record DocumentCall(ArxivId Paper, DocumentFile Kind);
