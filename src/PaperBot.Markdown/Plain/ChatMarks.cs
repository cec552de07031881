namespace PaperBot.Markdown.Plain;

/// <summary>How one kind of chat marks what Markdown says. Texts that are given are marked already, unless said.</summary>
internal abstract class ChatMarks
{
    /// <summary>Before an item of a list without numbers.</summary>
    public abstract string Bullet { get; }

    /// <summary>Before each line of a quotation.</summary>
    public abstract string Quotation { get; }

    /// <summary>A line across.</summary>
    public abstract string Rule { get; }

    /// <summary>Text as it was written, so that nothing in it is taken for a mark.</summary>
    public abstract string Literal(ReadOnlySpan<char> text);

    public abstract string Emphasis(string text, char mark, int count);

    /// <param name="words">What stands for the link; may be empty.</param>
    /// <param name="address">http or https.</param>
    /// <param name="isLast">Whether a space or nothing follows.</param>
    public abstract string Link(string words, string address, bool isLast);

    /// <param name="code">Not marked.</param>
    public abstract string Code(string code);

    /// <param name="code">Not marked.</param>
    /// <param name="language">As the fence says; may be empty.</param>
    public abstract string Fence(string code, string language);

    /// <param name="tex">Without delimiters.</param>
    /// <param name="display">On a line of its own.</param>
    public abstract string Formula(string tex, bool display);

    public abstract string Moment(DateTimeOffset instant, Reader reader);

    public abstract string Heading(string text, int level);

    /// <param name="rows">Cells, the head first.</param>
    public abstract string Table(IReadOnlyList<IReadOnlyList<string>> rows);
}
