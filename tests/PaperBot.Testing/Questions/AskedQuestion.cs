namespace PaperBot.Testing.Questions;

/// <summary>A question about an article.</summary>
/// <param name="Question">Its words.</param>
/// <param name="Spans">Where answers stand, in characters of the article that are no white space.</param>
public sealed record AskedQuestion(string Question, IReadOnlyList<(int From, int To)> Spans);
