using System.Globalization;
using System.Text;

namespace PaperBot.Markdown.Splitting;

/// <summary>Collects pieces, cutting what would not fit into a part by itself.</summary>
internal sealed class PieceList(int limit, TextUnit unit)
{
    public List<Piece> Pieces { get; } = [];

    /// <summary>True when a part has room for the piece with what reopens and closes it.</summary>
    public bool Fits(Piece piece) =>
        unit.Measure(piece.Reopen) + unit.Measure(piece.Text.Span) + unit.Measure(piece.Close) <= limit;

    public void Add(Piece piece)
    {
        if (piece.Text.IsEmpty)
            return;
        if (Fits(piece))
        {
            Pieces.Add(piece);
            return;
        }
        var around = unit.Measure(piece.Reopen) + unit.Measure(piece.Close);
        AddCut(around <= limit / 2 ? piece : piece with { Reopen = "", Close = "" });
    }

    private void AddCut(Piece piece)
    {
        // A piece that was cut goes on without a line break, so a fence that closes behind it needs one.
        var whole = piece.Text;
        var inner = piece.Close.Length == 0 || piece.Close[0] == '\n' ? piece.Close : "\n" + piece.Close;
        var at = 0;
        while (at < whole.Length)
        {
            var length = NextLength(whole.Span[at..], piece.Reopen, inner);
            var last = at + length == whole.Length;
            var part = piece with { Text = whole.Slice(at, length) };
            Pieces.Add(last ? part : part with { Break = BreakGrade.Never, Close = inner });
            at += length;
        }
    }

    private int NextLength(ReadOnlySpan<char> rest, string reopen, string close)
    {
        var around = unit.Measure(reopen) + unit.Measure(close);
        var length = StringInfo.GetNextTextElementLength(rest);
        if (around + unit.Measure(rest[..length]) <= limit)
            return length;
        return Rune.DecodeFromUtf16(rest, out _, out var rune) == System.Buffers.OperationStatus.Done ? rune : 1;
    }
}
