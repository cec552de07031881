namespace PaperBot.Search.Analysis;

/// <summary>Takes the terms of a text in order.</summary>
internal interface ITermSink
{
    void Add(ReadOnlySpan<char> term, TermKind kind);
}
