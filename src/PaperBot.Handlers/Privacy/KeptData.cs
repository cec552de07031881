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

    /// <summary>Deletes all of it.</summary>
    /// <returns>How many records went.</returns>
    public async Task<int> EraseAsync(PersonId person, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var kind in _kinds)
            count += await kind.EraseAsync(person, cancellationToken);
        return count;
    }
}
