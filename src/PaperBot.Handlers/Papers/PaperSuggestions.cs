using PaperBot.Core.Commands;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Papers that are stored, for every parameter that takes one: the latest, or those with the words typed.</summary>
internal sealed class PaperSuggestions(IPaperStore store) : ISuggestionSource
{
    private const int LongestLabel = 100;

    public bool Serves(CommandSpec command, Parameter parameter) => parameter.Kind == ParameterKind.Paper;

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(
        CommandSpec command,
        Parameter parameter,
        string typed,
        Locale locale,
        int most,
        CancellationToken cancellationToken
    )
    {
        var papers = typed.Trim() is not { Length: > 0 } text
            ? await store.RecentAsync(most, cancellationToken)
            : await SearchAsync(text, most, cancellationToken);
        return [.. papers.Take(most).Select(paper => new Suggestion(Label(paper.Paper), paper.Paper.Id.ToString()))];
    }

    private async Task<IReadOnlyList<StoredPaper>> SearchAsync(string text, int most, CancellationToken token)
    {
        if (ArxivId.TryParse(text, out var id))
            return await store.FindAsync([id.WithoutVersion], token);
        var words = Words.Of(text);
        return words.Count == 0 ? [] : await store.SearchAsync(words, most, token);
    }

    private static string Label(Paper paper)
    {
        var label = $"{paper.Title} ({paper.Id})";
        if (label.Length <= LongestLabel)
            return label;
        var room = LongestLabel - paper.Id.ToString().Length - 4;
        var end = char.IsHighSurrogate(paper.Title[room - 1]) ? room - 1 : room;
        return $"{paper.Title[..end]}… ({paper.Id})";
    }
}
