using System.Globalization;
using PaperBot.Core.Papers;

namespace PaperBot.Testing.Arxiv;

/// <summary>A corpus that needs no file: one well-known paper and any number of invented ones.</summary>
public static class InventedPapers
{
    private static readonly string[] Manner =
    [
        "Sparse",
        "Robust",
        "Hierarchical",
        "Quantum",
        "Stochastic",
        "Interpretable",
        "Fast",
        "Causal",
    ];

    private static readonly string[] Method =
    [
        "attention",
        "graph networks",
        "Gaussian processes",
        "tensor methods",
        "retrieval",
        "diffusion models",
    ];

    private static readonly string[] Matter =
    [
        "protein folding",
        "traffic forecasts",
        "lattice gauge theory",
        "legal texts",
        "galaxy surveys",
        "code review",
    ];

    private static readonly string[] Categories =
    [
        "cs.CL",
        "cs.LG",
        "cs.AI",
        "cs.CV",
        "math.PR",
        "stat.ML",
        "hep-th",
        "q-bio.BM",
        "eess.SY",
        "econ.EM",
    ];

    private static readonly string[] Syllables = ["ta", "ro", "ven", "mi", "lo", "ska", "dan", "ur", "eli", "bo"];

    /// <summary>The well-known paper and <paramref name="count"/> invented ones, always the same.</summary>
    public static ArxivCorpus Corpus(int count = 300) =>
        new(Enumerable.Range(1, count).Select(Invent).Prepend(Attention));

    /// <summary>1706.03762, with its bibliographic facts.</summary>
    public static SimulatedPaper Attention { get; } =
        new(ArxivId.Parse("1706.03762"), "Attention Is All You Need")
        {
            Versions = 7,
            Abstract = "Introduces the Transformer, a sequence model built on attention alone.",
            Authors =
            [
                .. new[]
                {
                    "Ashish Vaswani",
                    "Noam Shazeer",
                    "Niki Parmar",
                    "Jakob Uszkoreit",
                    "Llion Jones",
                    "Aidan N. Gomez",
                    "Lukasz Kaiser",
                    "Illia Polosukhin",
                }.Select(name => new Author(name)),
            ],
            Categories = ["cs.CL", "cs.LG"],
            Comment = "15 pages, 5 figures",
            Submitted = new(2017, 6, 12, 17, 57, 34, TimeSpan.Zero),
        };

    /// <summary>The invented paper of a number: 2401.00001 and so on.</summary>
    public static SimulatedPaper Invent(int number)
    {
        var id = ArxivId.Parse(string.Create(CultureInfo.InvariantCulture, $"2401.{number:00000}"));
        var first = Categories[number % Categories.Length];
        var second = Categories[number * 7 / 3 % Categories.Length];
        return new(id, $"{Pick(Manner, number)} {Pick(Method, number / 2)} for {Pick(Matter, number / 3)} {number}")
        {
            Versions = 1 + number % 3,
            Abstract = $"An invented paper, number {number}, on {Pick(Matter, number / 3)} with $x^{{{number}}}$.",
            Authors = [.. Enumerable.Range(0, 1 + number % 4).Select(n => new Author(Name(number * 5 + n)))],
            Categories = first == second ? [first] : [first, second],
            Comment = number % 2 == 0 ? $"{number % 40 + 4} pages" : null,
            Submitted = new DateTimeOffset(2024, 1, 1, 9, 0, 0, TimeSpan.Zero).AddMinutes(number * 37),
        };
    }

    private static string Pick(string[] list, int number) => list[number % list.Length];

    private static string Name(int number)
    {
        var name = Pick(Syllables, number) + Pick(Syllables, number / 3 + 1) + Pick(Syllables, number / 7 + 2);
        return $"{(char)('A' + number % 26)}. {char.ToUpperInvariant(name[0])}{name[1..]}";
    }
}
