namespace PaperBot.Testing.Arxiv;

/// <summary>One piece of a search: <c>ti:"deep learning"</c>, or an operator or bracket.</summary>
internal readonly record struct SearchTerm(string Text, bool IsQuoted)
{
    public bool Is(string word) => !IsQuoted && Text == word;
}
