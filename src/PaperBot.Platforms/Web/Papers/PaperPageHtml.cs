using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Html;

namespace PaperBot.Platforms.Web.Papers;

/// <summary>Writes a paper's page: the chat's look and formulas, nothing that can be pressed but links.</summary>
internal sealed class PaperPageHtml(HtmlDialect dialect, ITexts texts)
{
    /// <summary>The way from a path to the folder of the site: <c>../</c> for each slash behind the first.</summary>
    public static string Up(PathString path) =>
        string.Concat(Enumerable.Repeat("../", Math.Max(0, path.Value!.Count(c => c == '/') - 1)));

    public string Of(PaperPage page, PathString path, Reader reader)
    {
        var locale = reader.Locale;
        var body = new StringBuilder();
        body.Append("<article class=\"card\">");
        Title(body, page.Head, "h1");
        body.Append(CultureInfo.InvariantCulture, $"<div class=\"text\">{Text(page.Head, reader)}</div></article>\n");
        body.Append("<nav class=\"parts\">");
        foreach (var section in page.Sections)
            body.Append(
                CultureInfo.InvariantCulture,
                $"<a href=\"#{Attribute(section.Key)}\">{Plain(section.Title)}</a> "
            );
        body.Append("</nav>\n");
        foreach (var section in page.Sections)
            Section(body, section, reader);
        body.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"hint\">{Plain(texts.Get(locale, "web.paper.note"))}</p>"
        );
        return Page(page.Head.Title ?? page.Paper.ToString(), body.ToString(), path, locale);
    }

    /// <summary>The page of a paper that is not known here.</summary>
    public string Missing(PathString path, Locale locale) =>
        Page(
            texts.Get(locale, "web.paper.missing.title"),
            $"<article class=\"card\"><p>{Plain(texts.Get(locale, "web.paper.missing"))}</p></article>",
            path,
            locale
        );

    private void Section(StringBuilder body, PaperPageSection section, Reader reader)
    {
        body.Append(
            CultureInfo.InvariantCulture,
            $"<section id=\"{Attribute(section.Key)}\"><h2>{Plain(section.Title)}</h2>\n"
        );
        foreach (var card in section.Cards)
        {
            body.Append("<article class=\"card\">");
            Title(body, card, "h3");
            body.Append(CultureInfo.InvariantCulture, $"<div class=\"text\">{Text(card, reader)}</div></article>\n");
        }
        body.Append("</section>\n");
    }

    private static void Title(StringBuilder body, Card card, string element)
    {
        if (card.Title is not { } title)
            return;
        var text = HtmlDialect.RenderPlain(title);
        if (card.Link is { Scheme: "http" or "https" } link)
            text = $"<a href=\"{Attribute(link.AbsoluteUri)}\" rel=\"noopener noreferrer\">{text}</a>";
        body.Append(CultureInfo.InvariantCulture, $"<{element} class=\"card-title\">{text}</{element}>");
    }

    private string Text(Card card, Reader reader) => dialect.Render(ParsedMarkdown.Parse(card.Markdown), reader);

    private string Page(string title, string body, PathString path, Locale locale)
    {
        var up = Up(path);
        var other = locale.IsChinese ? Locale.English : Locale.Chinese;
        return $"""
            <!doctype html>
            <html lang="{locale.Tag}">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{Plain(title)} · PaperBot</title>
                <link rel="icon" href="{up}assets/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="{up}assets/katex/katex.min.css">
                <link rel="stylesheet" href="{up}assets/app.css">
                <link rel="stylesheet" href="{up}assets/paper.css">
                <script src="{up}assets/katex/katex.min.js" defer></script>
                <script src="{up}assets/js/paper.js" type="module"></script>
              </head>
              <body class="paper-page">
                <header class="bar">
                  <p class="brand"><img src="{up}assets/icon.svg" alt="" width="24" height="24"><span>PaperBot</span></p>
                  <nav class="tools"><a class="tool text" href="?lang={other.Tag}" lang="{other.Tag}">{Plain(
                texts.Get(locale, "web.paper.language")
            )}</a></nav>
                </header>
                <main class="column">
            {body}
                </main>
              </body>
            </html>
            """;
    }

    private static string Plain(string text) => WebUtility.HtmlEncode(text);

    private static string Attribute(string text) => WebUtility.HtmlEncode(text);
}
