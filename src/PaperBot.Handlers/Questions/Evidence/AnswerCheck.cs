using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Core.Documents;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Evidence;

/// <summary>
/// Makes an answer out of what a model wrote. Keys of passages that were in the prompt become citations; keys and
/// places that were not are removed; quotations are compared with the text word for word; what no citation stands
/// behind is marked; links, addresses and HTML go. Nothing of the model's text is an instruction to anything.
/// </summary>
internal sealed partial class AnswerCheck(IPaperLinks links, ITexts texts)
{
    private const int Milliseconds = 5_000;
    private const int LongestAnswer = 40_000;
    private const int FewestQuotedWords = 4;
    private const int FewestClaimedWords = 6;
    private const int MostDecodings = 5;

    // Made once for a document and kept as long as that is: an answer that streams is checked many times.
    private static readonly ConditionalWeakTable<PaperDocument, string> Sources = [];

    /// <summary>The answer as it may be shown.</summary>
    /// <param name="text">What the model wrote.</param>
    /// <param name="documents">The documents whose passages were in the prompt.</param>
    /// <param name="sent">The keys that were in the prompt; any other key is made up.</param>
    /// <param name="locale">The language of the marks.</param>
    /// <param name="isDraft">True for the beginning of an answer that still comes: nothing is marked yet.</param>
    public CheckedAnswer Of(
        string text,
        IReadOnlyList<PaperDocument> documents,
        IReadOnlySet<string> sent,
        Locale locale,
        bool isDraft = false
    )
    {
        var passages = documents
            .SelectMany(document => document.Passages.Select(passage => (Document: document, Passage: passage)))
            .Where(found => sent.Contains(found.Passage.Key))
            .ToDictionary(found => found.Passage.Key);
        var run = new Run(passages, documents.Count > 1, links);
        var plain = Unlinked(text.Length > LongestAnswer ? text[..LongestAnswer] : text, run);
        var sources = documents.Select(document => Sources.GetValue(document, SourceOf)).ToList();
        plain = Quote().Replace(plain, match => Quoted(match, sources, run));
        plain = Place().Replace(plain, _ => run.Remove());
        var source = plain;
        plain = Key().Replace(plain, match => run.Cite(match, Claim(source, match.Index)));
        var marked = isDraft ? plain : Marked(plain, run, locale);
        return new CheckedAnswer(Spaces().Replace(marked, " ").Trim(), run.Cited)
        {
            UnknownKeys = run.UnknownKeys,
            FalseQuotes = run.FalseQuotes,
            Unsupported = run.Unsupported,
            Links = run.Links,
            Claims = run.Claims,
        };
    }

    // From the citation before it, or the beginning of the line, to a citation.
    private static string Claim(string text, int end)
    {
        var start = text.AsSpan(0, end).LastIndexOfAny(']', '】', '\n') + 1;
        return text[start..end];
    }

    /// <summary>A text without a paper behind it (a translation, a summary), or the beginning of one that still comes.</summary>
    public static string Unlinked(string text) => Unlinked(text, new Run([], false, null));

    private static string SourceOf(PaperDocument document) =>
        Plain(string.Join(' ', document.Passages.Select(passage => passage.Text)));

    private static string Unlinked(string text, Run run)
    {
        // What a renderer would decode is decoded before it is looked at.
        text = Decoded(Thought().Replace(text, ""));
        text = Link().Replace(text, match => Gone(match.Groups["label"].Value));
        text = Tag().Replace(text, _ => Gone(""));
        return Address().Replace(text, _ => Gone(""));

        string Gone(string left)
        {
            run.Links++;
            return left;
        }
    }

    private static string Decoded(string text)
    {
        for (var i = 0; i < MostDecodings; i++)
        {
            var decoded = WebUtility.HtmlDecode(text);
            if (decoded == text)
                break;
            text = decoded;
        }
        return text;
    }

    private static string Quoted(Match match, List<string> sources, Run run)
    {
        var quote = match.Groups["quote"].Value;
        if (Sentences.CountWords(quote) < FewestQuotedWords)
            return match.Value;
        var plain = Plain(quote);
        if (sources.Exists(source => source.Contains(plain, StringComparison.Ordinal)))
            return match.Value;
        run.FalseQuotes++;
        return quote;
    }

    // Code and displayed formulas are left alone: a mark inside would break them.
    private string Marked(string text, Run run, Locale locale)
    {
        var lines = text.Split('\n');
        var inside = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var trimmed = lines[i].Trim();
            var isFence = trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed is "$$" or @"\[" or @"\]";
            if (isFence)
                inside = !inside;
            else if (!inside)
                lines[i] = Mark(lines[i], run, locale);
        }
        return string.Join('\n', lines);
    }

    // What stands behind a line's last citation, or a line without any, is the model's own word. A line that ends with
    // a colon announces what follows.
    private string Mark(string line, Run run, Locale locale)
    {
        var trimmed = line.Trim();
        if (trimmed.Length == 0 || trimmed[0] is '#' or '|' || trimmed[^1] is ':' or '：')
            return line;
        var last = line.LastIndexOf("&#93;", StringComparison.Ordinal);
        var behind = last < 0 ? line : CitationEnd().Replace(line[last..], "");
        if (Sentences.CountWords(Letters().Replace(behind, " ")) < FewestClaimedWords)
            return line;
        run.Unsupported++;
        return $"{line.TrimEnd()} *{texts.Get(locale, "evidence.unsupported")}*";
    }

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"!?\[(?<label>[^\]\n]{0,300})\]\([^)\n]{0,2000}\)", RegexOptions.None, Milliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"</?[A-Za-z!@#&][^<>\n]{0,500}>", RegexOptions.None, Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|discord(?:\.gg|(?:app)?\.com/invite)/)[^\s)\]>，。]+"
            + @"|@(?:everyone|here)\b",
        RegexOptions.IgnoreCase,
        Milliseconds
    )]
    private static partial Regex Address();

    // Some models think aloud.
    [GeneratedRegex(@"<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", RegexOptions.Singleline, Milliseconds)]
    private static partial Regex Thought();

    [GeneratedRegex("[“\"](?<quote>[^“”\"\n]{10,2000})[”\"]", RegexOptions.None, Milliseconds)]
    private static partial Regex Quote();

    // Places are written by code only: whatever the model wrote of that kind is made up.
    [GeneratedRegex(
        @"\s?[\[(【（]\s*(?:§|pp?\.\s*\d|pages?\s+\d|sec(?:tion|\.)\s*\d|第\s*\d+\s*[页节])[^\])】）\n]{0,60}[\])】）]",
        RegexOptions.IgnoreCase,
        Milliseconds
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"\s?[\[(【（]\s*(?:key[s:]?\s*)?(?<keys>[a-z][a-z0-9]{7}(?:\s*[,;，；、]\s*[a-z][a-z0-9]{7})*)\s*[\])】）]",
        RegexOptions.None,
        Milliseconds
    )]
    private static partial Regex Key();

    // The bracket that closes a citation, with the address of its link.
    [GeneratedRegex(@"^&#93;(?:\]\(<[^>\n]*>\))?", RegexOptions.None, Milliseconds)]
    private static partial Regex CitationEnd();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, Milliseconds)]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<=\S) {2,}(?=\S)", RegexOptions.None, Milliseconds)]
    private static partial Regex Spaces();

    private sealed class Run(
        Dictionary<string, (PaperDocument Document, Passage Passage)> passages,
        bool several,
        IPaperLinks? links
    )
    {
        public List<(PaperDocument Document, Passage Passage)> Cited { get; } = [];

        public List<string> Claims { get; } = [];

        public int UnknownKeys { get; private set; }

        public int FalseQuotes { get; set; }

        public int Unsupported { get; set; }

        public int Links { get; set; }

        public string Remove()
        {
            UnknownKeys++;
            return "";
        }

        public string Cite(Match match, string claim)
        {
            var keys = match
                .Groups["keys"]
                .Value.Split([',', ';', '，', '；', '、', ' '], StringSplitOptions.RemoveEmptyEntries);
            // "(research)" is a word in brackets, not a key.
            if (!keys.Any(passages.ContainsKey) && !keys.Any(key => PassageKey.Is(key)))
                return match.Value;
            var cited = new List<string>();
            foreach (var key in keys)
            {
                if (!passages.TryGetValue(key, out var found))
                {
                    UnknownKeys++;
                    continue;
                }
                if (!Cited.Contains(found))
                {
                    Cited.Add(found);
                    Claims.Add(claim);
                }
                var mark = several ? found.Document.Paper?.ToString() : null;
                var citation = Citation.Markdown(found.Document, found.Passage, links!, mark);
                if (!cited.Contains(citation))
                    cited.Add(citation);
            }
            return cited.Count == 0 ? "" : " " + string.Join(' ', cited);
        }
    }
}
