using PaperBot.Core.Models;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>A model's answer that may be shown.</summary>
/// <param name="Markdown">Checked: citations by code, no foreign links.</param>
/// <param name="Paper">The paper with its version, or several.</param>
/// <param name="Model">Who wrote it.</param>
/// <param name="At">When.</param>
internal sealed record GivenAnswer(string Markdown, string Paper, string Model, DateTimeOffset At)
{
    /// <summary>What it cites, in the order of the text.</summary>
    public IReadOnlyList<CitedPlace> Cited { get; init; } = [];

    /// <summary>True when it was there before it was asked for.</summary>
    public bool WasKept { get; init; }

    public static GivenAnswer Of(KeptAnswer kept, bool wasKept) =>
        new(kept.Markdown, kept.Paper, kept.Model, kept.WrittenAt)
        {
            Cited = CitedPlace.Read(kept.Evidence),
            WasKept = wasKept,
        };
}
