using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Testing.Models;

/// <summary>Kept answers in memory.</summary>
public sealed class InMemoryAnswerStore(TimeProvider time) : IAnswerStore
{
    private readonly Lock _lock = new();
    private readonly List<KeptAnswer> _answers = [];
    private readonly Dictionary<string, (string Holder, DateTimeOffset Until)> _claims = [];

    public Task KeepAsync(KeptAnswer answer, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _answers.RemoveAll(kept => KeyOf(kept) == KeyOf(answer));
            _answers.Add(answer);
        }
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<KeptAnswer>> FindAsync(
        string paper,
        string question,
        Locale language,
        CancellationToken cancellationToken
    ) => Task.FromResult(Where(kept => kept.Paper == paper && kept.Question == question && kept.Language == language));

    public Task<IReadOnlyList<KeptAnswer>> OfPaperAsync(string paper, CancellationToken cancellationToken) =>
        Task.FromResult(Where(kept => kept.Paper == paper));

    public Task<IReadOnlyList<string>> VersionsAsync(string paperWithoutVersion, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. Where(kept =>
                    ArxivId.TryParse(kept.Paper, out var id) && id.WithoutVersion.ToString() == paperWithoutVersion
                )
                .Select(kept => kept.Paper)
                .Distinct(),
        ]);

    public Task<bool> TryClaimAsync(string key, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_claims.TryGetValue(key, out var claim) && claim.Holder != holder && claim.Until > now)
                return Task.FromResult(false);
            _claims[key] = (holder, now + duration);
            return Task.FromResult(true);
        }
    }

    public Task ReleaseAsync(string key, string holder, CancellationToken cancellationToken)
    {
        lock (_lock)
            if (_claims.TryGetValue(key, out var claim) && claim.Holder == holder)
                _claims.Remove(key);
        return Task.CompletedTask;
    }

    private IReadOnlyList<KeptAnswer> Where(Predicate<KeptAnswer> wanted)
    {
        lock (_lock)
            return [.. _answers.Where(kept => wanted(kept)).OrderByDescending(kept => kept.WrittenAt)];
    }

    private static (string, string, Locale, string, string) KeyOf(KeptAnswer answer) =>
        (answer.Paper, answer.Question, answer.Language, answer.Model, answer.PromptVersion);
}
