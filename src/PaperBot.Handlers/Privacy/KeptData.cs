using PaperBot.Core.Identity;
using PaperBot.Core.Privacy;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Privacy;

/// <summary>What is kept of a person, in words.</summary>
internal sealed class KeptData(IEnumerable<IPersonalData> kinds, ITexts texts)
{
    private readonly IPersonalData[] _kinds = [.. kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>A line for each kind of data, with how many records there are and for how long they are kept.</summary>
    public async Task<string> LinesAsync(PersonId person, Locale locale, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var kind in _kinds)
        {
            var count = await kind.CountAsync(person, cancellationToken);
            lines.Add(
                texts.Get(
                    locale,
                    "privacy.line",
                    ("what", texts.Get(locale, $"privacy.data.{kind.Name}")),
                    ("count", count),
                    ("kept", kind.Kept)
                )
            );
        }
        return string.Join('\n', lines);
    }

    /// <summary>Deletes all that a person may have deleted.</summary>
    /// <returns>How many records went, and whether some stay because others are responsible for them.</returns>
    public async Task<(int Count, bool SomeStay)> EraseAsync(PersonId person, CancellationToken cancellationToken)
    {
        var (count, left) = (0, 0);
        foreach (var kind in _kinds)
        {
            count += await kind.EraseAsync(person, cancellationToken);
            left += await kind.CountAsync(person, cancellationToken);
        }
        return (count, left > 0);
    }
}
