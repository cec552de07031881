using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>Joins the lists of days and categories for one subscription.</summary>
internal sealed class DigestReader(DayLists lists)
{
    public async Task<DigestReading> ReadAsync(DigestSettings settings, DateOnly from, DateOnly target)
    {
        var selection = CategorySelection.Parse(settings.Categories);
        var days = Enumerable.Range(0, target.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
        var asked = await Task.WhenAll(
            days.SelectMany(day => selection.Included.Select(category => ReadAsync(day, category)))
        );
        var filter = new DigestFilter(settings);
        var papers = new Dictionary<string, DigestPaper>(StringComparer.Ordinal);
        foreach (var (day, list) in asked)
        {
            if (!list.IsOk)
                continue;
            foreach (var announced in list.Value.Papers)
            {
                var paper = new DigestPaper(announced.Paper, announced.Type, day);
                if (!filter.IsAnnounced(paper))
                    continue;
                if (!papers.TryAdd(paper.Key, paper) && paper.Type < papers[paper.Key].Type)
                    papers[paper.Key] = paper with { Day = papers[paper.Key].Day };
            }
        }

        var own = asked.Where(pair => pair.Day == target).Select(pair => pair.List).ToList();
        return new DigestReading([.. papers.Values], target)
        {
            IsMissing = own.Any(list => !list.IsOk || list.Value.Quiet is QuietReason.NotYet),
            Quiet = own.All(list => list.IsOk && list.Value.Quiet is not null) ? own[0].Value.Quiet : null,
        };
    }

    private async Task<(DateOnly Day, Outcome<Announcement> List)> ReadAsync(DateOnly day, string category) =>
        (day, await lists.ReadAsync(day, category));
}
