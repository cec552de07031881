using System.IO.Compression;
using System.Text.Json;
using PaperBot.Core.Documents;
using PaperBot.Core.Papers;

namespace PaperBot.Testing.Questions;

/// <summary>
/// A whole article with questions whose answers are exact pieces of it, one JSON object a line: <c>document_id</c>,
/// <c>text</c>, <c>qas</c> of <c>question</c> and <c>answers</c> of <c>text</c> and <c>start</c>.
/// </summary>
public sealed class PaperQuestions
{
    private readonly List<(int From, int To)> _places = [];

    private PaperQuestions(string text, IReadOnlyList<AskedQuestion> questions)
    {
        Questions = questions;
        var builder = new DocumentBuilder();
        foreach (var paragraph in text.Split('\n'))
            builder.Add(new DocumentPart(PassageKind.Body, paragraph));
        Document = builder.Build(DocumentId.Of(ArxivId.Parse("2001.00001v1")), DocumentOrigin.ArxivHtml, "", default)!;
        var at = 0;
        foreach (var passage in Document.Passages)
            _places.Add((at, at += Visible(passage.Text, passage.Text.Length)));
        if (at != Visible(text, text.Length))
            throw new InvalidDataException("The passages are not the whole text.");
    }

    /// <summary>The article, cut as every document is.</summary>
    public PaperDocument Document { get; }

    /// <summary>What is asked about it.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; }

    /// <summary>Reads a file, packed or not.</summary>
    public static IEnumerable<PaperQuestions> Read(string file)
    {
        using Stream raw = File.OpenRead(file);
        using var reader = new StreamReader(
            file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw
        );
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return Parse(line);
    }

    /// <summary>Whether one of the answers stands in the stretch from its first to its last character.</summary>
    public bool Holds(IReadOnlyList<Passage> stretch, AskedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        ArgumentNullException.ThrowIfNull(question);
        var first = Document.Passages.TakeWhile(passage => passage.Key != stretch[0].Key).Count();
        var (from, to) = (_places[first].From, _places[first + stretch.Count - 1].To);
        return question.Spans.Any(span => span.From >= from && span.To <= to);
    }

    private static PaperQuestions Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        var questions = new List<AskedQuestion>();
        foreach (var asked in json.RootElement.GetProperty("qas").EnumerateArray())
        {
            var spans = new List<(int, int)>();
            foreach (var answer in asked.GetProperty("answers").EnumerateArray())
            {
                var start = answer.GetProperty("start").GetInt32();
                var end = start + answer.GetProperty("text").GetString()!.Length;
                spans.Add((Visible(text, start), Visible(text, Math.Min(end, text.Length))));
            }
            questions.Add(new(asked.GetProperty("question").GetString()!, spans));
        }
        return new(text, questions);
    }

    // Passages fold white space: places are counted in characters that are seen.
    private static int Visible(string text, int end)
    {
        var count = 0;
        foreach (var c in text.AsSpan(0, end))
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                count++;
        return count;
    }
}
