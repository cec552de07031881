namespace PaperBot.Markdown.Splitting;

/// <summary>
/// Stretches of a line between <c>**</c>, <c>__</c> or <c>~~</c>, inside which a part had better not end. Asked for
/// growing offsets only.
/// </summary>
internal sealed class EmphasisRuns
{
    private readonly List<Range> _runs = [];
    private int _next;

    public EmphasisRuns(ReadOnlySpan<char> line)
    {
        var open = -1;
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (line[i] is not ('*' or '_' or '~') || line[i + 1] != line[i])
                continue;
            if (open >= 0 && line[open] == line[i])
            {
                _runs.Add(open..i);
                open = -1;
            }
            else
            {
                open = i;
            }
            i++;
        }
    }

    public bool Holds(int offset)
    {
        while (_next < _runs.Count && _runs[_next].End.Value <= offset)
            _next++;
        return _next < _runs.Count && offset > _runs[_next].Start.Value;
    }
}
