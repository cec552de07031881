namespace PaperBot.Markdown.Unicode;

/// <summary>The index and the exponent of one thing; small characters where all exist, else <c>_</c> and <c>^</c>.</summary>
internal sealed class UnicodeScriptPair
{
    private string? _below;
    private string? _above;
    private bool _small = true;

    public bool TryPut(UnicodeLine script, bool above)
    {
        if (script.Units == 0 && script.ToString().Length is 0 or > 1 || (above ? _above : _below) is not null)
            return false;
        var text = script.ToString();
        var isSmall = UnicodeScripts.TryWrite(text, above, out var written);
        if (!isSmall && text.AsSpan().IndexOfAny('^', '_') >= 0)
            return false;
        if (!isSmall)
            written = (above ? '^' : '_') + (script.Units > 1 || script.IsSum ? $"({text})" : text);
        _small &= isSmall || above;
        (_below, _above) = above ? (_below, written) : (written, _above);
        return true;
    }

    /// <summary>An index in full before an exponent gets brackets, so that the exponent is not read as part of it.</summary>
    public string Write() =>
        _above is not null && _below is ['_', not '(', ..] && !_small ? $"_({_below[1..]}){_above}" : _below + _above;
}
