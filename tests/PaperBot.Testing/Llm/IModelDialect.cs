namespace PaperBot.Testing.Llm;

/// <summary>How an answer is written on the wire.</summary>
internal interface IModelDialect
{
    /// <summary>All at once. A usage of nothing is not told.</summary>
    string Whole(string text, (int Input, int Output) usage);

    /// <summary>The events before the text.</summary>
    IEnumerable<string> Begin((int Input, int Output) usage);

    /// <summary>A piece of the text.</summary>
    string Piece(string text);

    /// <summary>The events after the text.</summary>
    IEnumerable<string> End(bool isCutByLength, (int Input, int Output) usage);
}
