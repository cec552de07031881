using System.Text;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Papers.Citing;

namespace PaperBot.Handlers.Readers;

/// <summary><c>/saved export</c>: the asker's reading list as a file, from phone to desk.</summary>
internal sealed class SavedExportHandler(
    ISavedPaperStore saved,
    SavedPapers papers,
    PaperLine lines,
    IPaperLinks links,
    IEnumerable<ICitationFormat> formats,
    ITexts texts
) : ICommandHandler
{
    private const string Markdown = "markdown";

    private readonly ICitationFormat[] _formats = [.. formats];

    public CommandSpec Spec { get; } =
        new("saved export")
        {
            Aliases = ["收藏列表 导出", "导出收藏"],
            Parameters =
            [
                new Parameter("format", ParameterKind.Choice)
                {
                    Positional = true,
                    Aliases = ["格式"],
                    Choices =
                    [
                        new Choice("bibtex", "bib", "latex"),
                        new Choice("ris", "endnote", "zotero"),
                        new Choice(Markdown, "md"),
                    ],
                },
            ],
            Visibility = Visibility.Private,
            Budget = TimeSpan.FromSeconds(30),
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        var ids = await saved.ListAsync(request.Person.Id, cancellationToken);
        if (ids.Count == 0)
            return Errors.NotFound("reader.none");
        var records = await papers.FindAsync(ids, request.Caller, cancellationToken);
        var found = ids.Where(records.ContainsKey).Select(id => records[id]).ToList();
        var missing = ids.Where(id => !records.ContainsKey(id)).ToList();
        var wanted = request.Text("format") ?? _formats[0].Name;
        var file = wanted == Markdown ? List(found, locale) : References(found, wanted, locale);
        var text = texts.Get(locale, "reader.exported", ("count", found.Count));
        if (missing.Count > 0)
            text +=
                "\n\n"
                + texts.Get(locale, "reader.missing", ("papers", string.Join(", ", missing.Select(id => $"`{id}`"))));
        return Reply.Of(
            new Card("saved")
            {
                Markdown = text,
                Attachments = found.Count == 0 ? [] : [file],
                Actions =
                [
                    .. Spec.Parameters[0]
                        .Choices.Where(choice => choice.Value != wanted)
                        .Select(choice =>
                            ReplyAction.Run(
                                texts.Get(locale, $"reader.format.{choice.Value}"),
                                $"/saved export {choice.Value}"
                            )
                        ),
                ],
            }
        ) with
        {
            Visibility = Visibility.Private,
        };
    }

    private Attachment References(List<Paper> found, string wanted, Locale locale)
    {
        var format = _formats.Single(one => one.Name == wanted);
        var citations = found.ConvertAll(paper => new Citation(paper, null, links.Abstract(paper.Id)));
        return File(
            string.Join("\n\n", format.Write(citations)) + "\n",
            format.Extension,
            format.MediaType,
            found.Count,
            locale
        );
    }

    private Attachment List(List<Paper> found, Locale locale) =>
        File(
            string.Join('\n', found.Select((paper, i) => NumberedLine.Of(i + 1, lines.Of(paper, locale)))) + "\n",
            "md",
            "text/markdown",
            found.Count,
            locale
        );

    private Attachment File(string content, string extension, string type, int count, Locale locale) =>
        new(
            $"reading-list.{extension}",
            type,
            Encoding.UTF8.GetBytes(content),
            texts.Get(locale, "reader.file", ("count", count))
        );
}
