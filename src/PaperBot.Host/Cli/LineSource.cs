using System.Text;

namespace PaperBot.Host.Cli;

/// <summary>Lines as they come, ended by <c>\n</c> alone, so that a stray <c>\r</c> makes no line more.</summary>
internal sealed class LineSource(TextReader input)
{
    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
    private int _next;
    private int _length;

    /// <summary>The next line without its end; null at the end of the stream.</summary>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellationToken)
    {
        _line.Clear();
        var any = false;
        while (true)
        {
            if (_next == _length)
            {
                (_next, _length) = (0, await input.ReadAsync(_buffer, cancellationToken));
                if (_length == 0)
                    return any ? Line() : null;
            }
            any = true;
            var end = Array.IndexOf(_buffer, '\n', _next, _length - _next);
            _line.Append(_buffer, _next, (end < 0 ? _length : end) - _next);
            _next = end < 0 ? _length : end + 1;
            if (end >= 0)
                return Line();
        }
    }

    private string Line() =>
        _line.Length > 0 && _line[^1] == '\r' ? _line.ToString(0, _line.Length - 1) : _line.ToString();
}
