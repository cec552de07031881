using PaperBot.Markdown.Splitting;

namespace PaperBot.Markdown.Plain;

/// <summary>No marks at all.</summary>
internal sealed class PlainMarks : ChatMarks
{
    private const string CellGap = "｜";

    private readonly bool _keepsFormulas;

    private PlainMarks(bool keepsFormulas) => _keepsFormulas = keepsFormulas;

    public static PlainMarks Instance { get; } = new(keepsFormulas: false);

    /// <summary>Formulas are marked for <see cref="PlainSplitter"/>.</summary>
    public static PlainMarks ForSplitting { get; } = new(keepsFormulas: true);

    public override string Bullet => "• ";

    public override string Quotation => "│ ";

    public override string Rule => "——";

    public override string Literal(ReadOnlySpan<char> text) => text.ToString();

    public override string Emphasis(string text, char mark, int count) => text;

    public override string Link(string words, string address, bool isLast)
    {
        if (words == address)
            return words;
        // An address runs on into whatever stands behind it.
        return words + (words.Length > 0 ? " " : "") + address + (isLast ? "" : " ");
    }

    public override string Code(string code) => code;

    public override string Fence(string code, string language) => code;

    public override string Formula(string tex, bool display) =>
        _keepsFormulas ? PlainSplitter.Keep(FormulaText.Of(tex)) : FormulaText.Of(tex);

    public override string Moment(DateTimeOffset instant, Reader reader) => Moments.Word(instant, reader);

    public override string Heading(string text, int level) => text;

    public override string Table(IReadOnlyList<IReadOnlyList<string>> rows) =>
        string.Join('\n', rows.Select(row => string.Join(CellGap, row)));
}
