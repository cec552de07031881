namespace PaperBot.Markdown.Splitting;

/// <summary>Where a part may end: for each grade the last place that fits.</summary>
/// <param name="limit">The part's limit.</param>
internal sealed class BreakPoints(int limit)
{
    /// <summary>A break is taken when the part before it fills this share; else the next grade is tried.</summary>
    private const double LeastFilled = 0.25;

    private readonly (int At, bool IsFilled)[] _best = new (int, bool)[(int)BreakGrade.Paragraph + 1];

    /// <summary>A place that fits.</summary>
    /// <param name="at">Behind which piece the part would end.</param>
    /// <param name="grade">How good a place it is.</param>
    /// <param name="size">The part's size then.</param>
    public void Add(int at, BreakGrade grade, int size) =>
        Array.Fill(_best, (at, size >= limit * LeastFilled), 0, (int)grade + 1);

    /// <summary>The best of them; where there is none, behind the last piece that fits, and behind one at least.</summary>
    /// <param name="from">The part's first piece.</param>
    /// <param name="to">The first piece that does not fit.</param>
    public int End(int from, int to)
    {
        var good = _best.Skip(1).Where(place => place.At > from).ToList();
        return good.Count == 0 ? Math.Max(to, from + 1)
            : good.Any(place => place.IsFilled) ? good.Last(place => place.IsFilled).At
            : good[^1].At;
    }
}
