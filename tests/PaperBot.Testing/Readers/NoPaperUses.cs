using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;

namespace PaperBot.Testing.Readers;

/// <summary>Nobody has used anything, and nothing is noted.</summary>
public sealed class NoPaperUses : IPaperUseStore
{
    /// <inheritdoc />
    public Task NoteAsync(PaperUse use, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<bool> WithdrawAsync(
        PlaceId place,
        ArxivId paper,
        PersonId person,
        CancellationToken cancellationToken
    ) => Task.FromResult(false);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<ArxivId, PaperUses>> CountAsync(
        PlaceId place,
        IReadOnlyCollection<ArxivId> papers,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyDictionary<ArxivId, PaperUses>>(new Dictionary<ArxivId, PaperUses>());

    /// <inheritdoc />
    public Task<IReadOnlyList<PaperUses>> SinceAsync(
        PlaceId place,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<PaperUses>>([]);
}
