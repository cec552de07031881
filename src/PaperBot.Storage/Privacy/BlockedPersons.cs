using Microsoft.Extensions.Options;
using PaperBot.Core.Identity;
using PaperBot.Core.Preferences;
using PaperBot.Core.Privacy;
using PaperBot.Storage.Configuration;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Privacy;

/// <summary>
/// Persons whom those who manage a server have blocked: among that server's preferences. A person sees in how many
/// lists they are and cannot take themselves off; the lists expire with the other preferences.
/// </summary>
internal sealed class BlockedPersons(Database database, IOptions<StorageOptions> options) : IPersonalData
{
    public string Name => "blocked";

    public TimeSpan Kept => options.Value.Keep.Preferences;

    public async Task<int> CountAsync(PersonId person, CancellationToken cancellationToken)
    {
        var lists = await database.ReadAsync(
            session =>
                session.ListAsync<string>(
                    "SELECT value FROM preferences WHERE name = @name",
                    new { name = PreferenceName.Blocked }
                ),
            cancellationToken
        );
        var id = person.ToString();
        return lists.Count(list => list.Split(' ').Contains(id, StringComparer.Ordinal));
    }

    public Task<int> EraseAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<int> ExpireAsync(CancellationToken cancellationToken) => Task.FromResult(0);
}
