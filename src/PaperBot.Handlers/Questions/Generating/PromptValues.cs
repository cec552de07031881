using PaperBot.Core.Documents;
using PaperBot.Core.Models;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>The values of a prompt with its passages.</summary>
internal static class PromptValues
{
    public static Dictionary<string, object> Of(
        AnswerOrder order,
        IReadOnlyList<(PaperDocument Document, Passage Passage)> passages,
        bool isAll
    )
    {
        var values = new Dictionary<string, object>(order.Values, StringComparer.Ordinal);
        if (order.Documents.Count == 0)
            return values;
        var several = order.Documents.Count > 1;
        values[PromptVariables.Passages] = passages.Select(found => Record(found, several)).ToList();
        values[PromptVariables.Complete] = isAll;
        return values;
    }

    private static Dictionary<string, object> Record((PaperDocument Document, Passage Passage) found, bool several)
    {
        var record = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [PromptVariables.Key] = found.Passage.Key,
            [PromptVariables.Place] = Citation.Place(found.Document, found.Passage),
            [PromptVariables.Text] = found.Passage.Text,
        };
        if (several && found.Document.Paper is { } paper)
            record[PromptVariables.Paper] = paper.ToString();
        return record;
    }
}
