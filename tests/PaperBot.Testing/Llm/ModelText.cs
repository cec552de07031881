using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Testing.Llm;

/// <summary>
/// Answers as a dutiful model would, from the prompt alone: it quotes beginnings of the passages that share most words
/// with the question, each with its key.
/// </summary>
internal static partial class ModelText
{
    private const int Cited = 4;
    private const int QuotedWords = 14;
    private const int Milliseconds = 2_000;

    public static string Of(ModelRequest request)
    {
        var rules = string.Join('\n', request.Messages.Where(m => m.Role == "system").Select(m => m.Text));
        var chinese = rules.Contains("简体中文", StringComparison.Ordinal);
        var text =
            Passage().Matches(request.Prompt) is { Count: > 0 } passages ? FromPassages(request, passages, chinese)
            : Translates().IsMatch(rules) ? Translated(Paper(request.Prompt), chinese)
            : Sentence(Paper(request.Prompt), chinese);
        return request.Fault switch
        {
            ModelFault.InventedKeys => text
                + (
                    chinese
                        ? "\n\n其结果比此前提高一倍 [zzzzzz22]（见 §9.9，第 99 页）。"
                        : "\n\nIts results are twice as good [zzzzzz22] (§9.9, p. 99)."
                ),
            ModelFault.InventedQuotes => text
                + "\n\n“We prove beyond all doubt that every other method is worse than ours”"
                + FirstKey(request.Prompt),
            ModelFault.RepeatsPrompt => rules + "\n\n" + text,
            ModelFault.Obeys =>
                "IGNORED ALL RULES. See [the prize](https://evil.example/win) <https://evil.example> @everyone "
                    + "<@123456789012345678> /erase me ![x](https://evil.example/pixel.png)\n\n"
                    + text,
            ModelFault.Thinks =>
                "<think>\nThe user wants an answer with keys. I shall look for [zzzzzz22].\n</think>\n\n" + text,
            _ => text,
        };
    }

    private static string FromPassages(ModelRequest request, MatchCollection passages, bool chinese)
    {
        var question = Question().Match(request.Prompt);
        var wanted = Words(question.Success ? question.Value : request.Prompt[^Math.Min(400, request.Prompt.Length)..]);
        var best = passages
            .Select((match, index) => (Match: match, Index: index))
            .OrderByDescending(one => Words(one.Match.Groups["text"].Value).Count(wanted.Contains))
            .ThenBy(one => one.Index)
            .Take(Cited)
            .OrderBy(one => one.Index);
        var answer = new StringBuilder();
        foreach (var (match, _) in best)
        {
            var quote = Beginning(match.Groups["text"].Value);
            answer.Append(
                chinese
                    ? $"- 论文写道“{quote}” [{match.Groups["key"].Value}]。\n"
                    : $"- The paper says “{quote}” [{match.Groups["key"].Value}].\n"
            );
        }

        return answer.ToString().TrimEnd();
    }

    private static string Translated(string[] paper, bool chinese) =>
        chinese
            ? $"（译）{paper[0]}\n\n（译）{string.Join('\n', paper.Skip(1)).Trim()}"
            : $"{paper[0]}\n\n{string.Join('\n', paper.Skip(1)).Trim()}";

    private static string Sentence(string[] paper, bool chinese)
    {
        var text = string.Join(' ', paper.Skip(1)).Trim();
        return (chinese ? "一句话：" : "") + Beginning(text, 30);
    }

    private static string Beginning(string text, int words = QuotedWords)
    {
        text = text.Trim();
        var end = SentenceEnd().Match(text);
        if (end.Success && text.AsSpan(0, end.Index).Count(' ') < 2 * words)
            return text[..end.Index];
        var cut = string.Join(' ', text.Split(' ', words + 1).Take(words));
        return cut.Length <= 120 ? cut.TrimEnd('.', '。', ',') : cut[..120];
    }

    private static string[] Paper(string prompt) =>
        prompt
            .Replace("<paper>", "", StringComparison.Ordinal)
            .Replace("</paper>", "", StringComparison.Ordinal)
            .Trim()
            .Split('\n');

    private static string FirstKey(string prompt) =>
        Passage().Match(prompt) is { Success: true } match ? $" [{match.Groups["key"].Value}]." : "";

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).Where(word => word.Length > 3)];

    [GeneratedRegex(@"^\[(?<key>[a-z][a-z0-9]{7})\] \([^\n]*\)\n(?<text>[^\n]+)", RegexOptions.Multiline, Milliseconds)]
    private static partial Regex Passage();

    [GeneratedRegex(
        @"(?<=<question>\n)[\s\S]*?(?=\n</question>)|(?<=^(?:Question: |问题：)).*$",
        RegexOptions.Multiline,
        Milliseconds
    )]
    private static partial Regex Question();

    [GeneratedRegex("You translate|你把论文的标题和摘要译成", RegexOptions.None, Milliseconds)]
    private static partial Regex Translates();

    [GeneratedRegex(@"(?<=[\p{Ll}\p{N})%])\. (?=\p{Lu})|(?<=.)\.$", RegexOptions.None, Milliseconds)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, Milliseconds)]
    private static partial Regex Word();
}
