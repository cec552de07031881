using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Core.Readers;

/// <summary>One person's use of a paper in one place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Paper">Which; the version does not count.</param>
/// <param name="Person">Who.</param>
/// <param name="Kind">What was done.</param>
public sealed record PaperUse(PlaceId Place, ArxivId Paper, PersonId Person, PaperUseKind Kind);
