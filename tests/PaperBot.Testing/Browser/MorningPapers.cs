using PaperBot.Core.Papers;
using PaperBot.Testing.Arxiv;

namespace PaperBot.Testing.Browser;

/// <summary>A morning's invented papers, for pictures of digests.</summary>
internal static class MorningPapers
{
    private static readonly (string Title, string Sentence, string Categories)[] New =
    [
        (
            "Forgetting on Purpose: Cache Eviction for Language Models",
            "A model that drops the least attended tenth of its cache answers as well and needs half the memory.",
            "cs.CL cs.LG"
        ),
        (
            "When Do Small Language Models Ask Back?",
            "Models under three billion parameters guess instead of asking in 71 % of underspecified tasks.",
            "cs.CL"
        ),
        (
            "A Lower Bound for Adaptive Step Sizes",
            "We prove that no step size chosen from $k$ past gradients beats $O(1/\\sqrt{k})$ on convex losses.",
            "cs.LG math.OC"
        ),
        (
            "Glossaries Beat Longer Prompts in Legal Translation",
            "Forty terms of a glossary improve translations more than ten thousand words of examples.",
            "cs.CL"
        ),
        (
            "Graph Learning Without Edges",
            "Edges that are guessed from features alone suffice on six of nine benchmarks.",
            "cs.LG"
        ),
        (
            "Reading Tables Aloud: Speech Models and Numbers",
            "Speech models misread every eighth number of a spoken table; a second pass halves that.",
            "cs.CL eess.AS"
        ),
        (
            "Calibrated Refusals for Retrieval Agents",
            "An agent that knows what its sources do not say refuses twice as often and errs a third as much.",
            "cs.CL cs.IR"
        ),
        (
            "How Much Noise Does Federated Learning Need?",
            "Noise at the level of $\\varepsilon = 4$ hides a client's data from every attack that we tried.",
            "cs.LG cs.CR"
        ),
    ];

    private static readonly (string Title, string Sentence, string Categories)[] Crossed =
    [
        (
            "Learning to Fold Laundry from Two Demonstrations",
            "Two demonstrations and a simulator replace two hundred demonstrations.",
            "cs.RO cs.LG"
        ),
        (
            "Agents That Keep Minutes of Their Meetings",
            "Three agents that write minutes plan as well as nine that do not.",
            "cs.MA cs.CL"
        ),
        (
            "Bandits with Late Rewards",
            "Rewards that come up to $d$ rounds late cost only a factor of $1 + d/T$ in regret.",
            "stat.ML cs.LG"
        ),
    ];

    private static readonly string[] Writers = ["Mira Venlo", "Tarek Danur", "Lo Skabo", "Eli Roven", "Ute Miska"];

    /// <summary>The papers, the new ones first.</summary>
    public static IReadOnlyList<SimulatedPaper> All { get; } = [.. New.Concat(Crossed).Select(Paper)];

    private static SimulatedPaper Paper((string Title, string Sentence, string Categories) paper, int i) =>
        new(ArxivId.Parse($"2611.{2101 + (7 * i)}"), paper.Title)
        {
            Abstract = paper.Sentence,
            Authors = [.. Writers.Skip(i % 3).Take(1 + (i % 4)).Select(name => new Author(name))],
            Categories = paper.Categories.Split(' '),
            Submitted = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
        };
}
