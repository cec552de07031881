using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Blogs;
using PaperBot.Handlers.Papers.Citing;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Papers;

/// <summary><c>/cite</c>: references of one or several papers, to copy, and as a file when they are many.</summary>
internal sealed class CiteHandler(
    PaperFinder finder,
    PaperChoice choice,
    IPaperLinks links,
    IEnumerable<ICitationFormat> formats,
    ErrorWords words,
    ITexts texts,
    ArticleFinder articles,
    TimeProvider time
) : ICommandHandler
{
    private const int MostPapers = 50;
    private const int ShownEntries = 10;
    private const int EntriesWithoutFile = 3;
    private readonly ICitationFormat[] _formats = [.. formats];

    public CommandSpec Spec { get; } =
        new("cite")
        {
            Aliases = ["引用"],
            Parameters =
            [
                new Parameter("papers", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Many = true,
                    Aliases = ["论文"],
                },
                new Parameter("format", ParameterKind.Choice)
                {
                    Aliases = ["格式"],
                    Choices =
                    [
                        new Choice("bibtex", "bib", "latex"),
                        new Choice("ris", "endnote"),
                        new Choice("gbt7714", "gb/t7714", "gb/t-7714", "gbt", "gb", "国标"),
                    ],
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = string.Join(' ', request.Arguments.Texts("papers"));
        var wanted = request.Text("format") ?? _formats[0].Name;
        var format = _formats.Single(format => format.Name == wanted);
        if (await ArticlesAsync(request.Arguments.Texts("papers"), cancellationToken) is { Count: > 0 } found)
            return Reply.Of(Card(found, format, request.Locale));
        var lookup = await finder.FindAsync(typed, MostPapers, request.Caller, cancellationToken);
        if (!lookup.IsOk)
            return lookup.Error;
        if (lookup.Value.Choices.Count > 0)
            return await choice.OfAsync(request, typed, lookup.Value, id => Line([id], format), cancellationToken);
        return Reply.Of(Card(lookup.Value, format, request.Locale));
    }

    /// <summary>The articles, when nothing but articles was named by id or link; else none.</summary>
    private async Task<IReadOnlyList<ArticleHead>> ArticlesAsync(
        IReadOnlyList<string> typed,
        CancellationToken cancellationToken
    )
    {
        var found = new List<ArticleHead>();
        foreach (var one in typed.Take(MostPapers))
        {
            if (await articles.FindExactAsync(one, cancellationToken) is not { } article)
                return [];
            found.Add(article);
        }
        return found;
    }

    private Card Card(IReadOnlyList<ArticleHead> found, ICitationFormat format, Locale locale)
    {
        var entries = found.Select(article => ArticleCitation.Of(article, format.Name, time.GetUtcNow()));
        var others = _formats.Where(other => other != format);
        return new Card("cite")
        {
            Markdown = Fence(entries),
            Actions =
            [
                .. others.Select(other =>
                    ReplyAction.Run(
                        Label(other, locale),
                        $"/cite {string.Join(' ', found.Select(article => article.Id))} format:{other.Name}",
                        ActionEffect.ReplaceInPlace
                    )
                ),
            ],
        };
    }

    private Card Card(PaperLookup lookup, ICitationFormat format, Locale locale)
    {
        var papers = lookup.Found.DistinctBy(found => found.Paper.VersionedId).ToList();
        var entries = format.Write([.. papers.Select(Citation)]);
        var text = new StringBuilder(Fence(entries.Take(ShownEntries)));
        if (entries.Count > ShownEntries)
            Add(texts.Get(locale, "cite.more", ("count", entries.Count - ShownEntries)));
        if (lookup.Failed.Count > 0)
            Add(PaperFailures.Of(lookup.Failed, words, texts, locale));
        if (lookup.Left.Count > 0)
            Add(texts.Get(locale, "cite.left", ("most", MostPapers), ("left", lookup.Left.Count)));
        var ids = papers.Select(found => found.Asked).ToList();
        var others = _formats.Where(other => other != format);
        return new Card("cite")
        {
            Markdown = text.ToString(),
            Attachments = entries.Count > EntriesWithoutFile ? [File(entries, format, locale)] : [],
            Actions =
            [
                .. others.Select(other =>
                    ReplyAction.Run(Label(other, locale), Line(ids, other), ActionEffect.ReplaceInPlace)
                ),
            ],
        };
        void Add(string paragraph) => text.Append("\n\n").Append(paragraph);
    }

    private Citation Citation(FoundPaper found) => new(found.Paper, found.Asked.Version, links.Abstract(found.Asked));

    private Attachment File(IReadOnlyList<string> entries, ICitationFormat format, Locale locale)
    {
        var content = Encoding.UTF8.GetBytes(string.Join("\n\n", entries) + "\n");
        var alt = texts.Get(locale, "cite.file", ("count", entries.Count), ("format", Label(format, locale)));
        return new($"papers.{format.Extension}", format.MediaType, content, alt);
    }

    private string Label(ICitationFormat format, Locale locale) => texts.Get(locale, $"cite.format.{format.Name}");

    private static string Line(IReadOnlyList<ArxivId> ids, ICitationFormat format) =>
        $"/cite {string.Join(' ', ids)} format:{format.Name}";

    private static string Fence(IEnumerable<string> entries)
    {
        var text = string.Join("\n\n", entries);
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"{fence}\n{text}\n{fence}";
    }
}
