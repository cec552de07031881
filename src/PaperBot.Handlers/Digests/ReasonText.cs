using System.Globalization;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary>Reasons as they are written down, and in words for readers.</summary>
internal sealed class ReasonText(ITexts texts, IPaperLinks links)
{
    /// <summary>A listed-late paper stands apart; that gives no points.</summary>
    public const string Late = "late";

    private const char Between = '\n';
    private const char Inside = ';';
    private const string Like = "like";
    private const string Unlike = "unlike";

    /// <summary>How reasons are stored.</summary>
    public static string Write(IEnumerable<DigestReason> reasons) =>
        string.Join(
            Between,
            reasons.Select(reason =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{reason.Kind}{Inside}{reason.Weight:0.##}{Inside}{reason.Words.ReplaceLineEndings(" ")}"
                )
            )
        );

    /// <summary>Reads what <see cref="Write"/> wrote; of what an earlier version wrote, the kinds.</summary>
    public static IReadOnlyList<DigestReason> Read(string stored)
    {
        if (!stored.Contains(Inside, StringComparison.Ordinal))
            return
            [
                .. stored
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(kind => new DigestReason(kind, Old(kind), "")),
            ];
        return
        [
            .. stored
                .Split(Between)
                .Select(line => line.Split(Inside, 3))
                .Where(parts => parts.Length == 3)
                .Select(parts => new DigestReason(
                    parts[0],
                    double.TryParse(parts[1], CultureInfo.InvariantCulture, out var weight) ? weight : 0,
                    parts[2]
                )),
        ];
    }

    /// <summary>The reasons in words, each with its points where they are wanted; empty when there are none.</summary>
    public string Of(IReadOnlyList<DigestReason> reasons, Locale locale, bool withPoints) =>
        string.Join(
            texts.Get(locale, "paper.list.semicolon"),
            reasons.Select(reason =>
                withPoints && reason.Weight != 0
                    ? texts.Get(
                        locale,
                        "digest.points",
                        ("reason", Of(reason, locale)),
                        ("points", Points(reason.Weight))
                    )
                    : Of(reason, locale)
            )
        );

    /// <summary>Points as people read them: <c>+4</c>, <c>-1.5</c>.</summary>
    public static string Points(double points) => points.ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture);

    private string Of(DigestReason reason, Locale locale)
    {
        var words = MarkdownText.Escape(reason.Words);
        if (
            reason.Kind is Like or Unlike
            && reason.Words.Split(' ', 2) is [var id, var shared]
            && ArxivId.TryParse(id, out var paper)
        )
            return texts.Get(
                locale,
                "digest.reason." + reason.Kind,
                ("paper", MarkdownText.Link($"arXiv:{paper}", links.Abstract(paper))),
                ("words", MarkdownText.Escape(shared))
            );
        return reason.Words.Length == 0 && texts.Find(locale, $"digest.reason.{reason.Kind}.plain") is { } plain
            ? plain
            : texts.Get(locale, "digest.reason." + reason.Kind, ("words", words));
    }

    private static double Old(string kind) =>
        kind switch
        {
            "title" => DigestFilter.TitleWeight,
            "author" => DigestFilter.AuthorWeight,
            "abstract" => DigestFilter.AbstractWeight,
            _ => 0,
        };
}
