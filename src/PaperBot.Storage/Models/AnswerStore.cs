using System.Security.Cryptography;
using System.Text;
using PaperBot.Core.Models;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Models;

/// <summary>Kept answers, and the claims of those who are getting one.</summary>
internal sealed class AnswerStore(Database database, TimeProvider time) : IAnswerStore
{
    private const int MostAnswers = 1_000;
    private const int LongestPaper = 1_000;
    private const int LongestName = 300;
    private const int LongestQuestion = 2_000;
    private const int LongestText = 100_000;

    private const string Columns =
        "paper AS Paper, question AS Question, language AS Language, model AS Model, "
        + "prompt_version AS PromptVersion, markdown AS Markdown, evidence AS Evidence, written_at AS WrittenAt";

    public Task KeepAsync(KeptAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var row = new
        {
            paper = StoredText.Of(answer.Paper, LongestPaper),
            hash = HashOf(answer.Question),
            language = answer.Language.Tag,
            model = StoredText.Of(answer.Model, LongestName),
            version = StoredText.Of(answer.PromptVersion, LongestName),
            @base = BaseOf(answer.Paper),
            question = StoredText.Of(answer.Question, LongestQuestion),
            markdown = StoredText.Of(answer.Markdown, LongestText),
            evidence = StoredText.OrNull(answer.Evidence, LongestText),
            at = Instant.Of(answer.WrittenAt),
        };
        return database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    "INSERT INTO answers (paper, question_hash, language, model, prompt_version, base, question, "
                        + "markdown, evidence, written_at) VALUES (@paper, @hash, @language, @model, @version, @base, "
                        + "@question, @markdown, @evidence, @at) "
                        + "ON CONFLICT (paper, question_hash, language, model, prompt_version) DO UPDATE SET "
                        + "markdown = excluded.markdown, evidence = excluded.evidence, written_at = excluded.written_at",
                    row
                ),
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<KeptAnswer>> FindAsync(
        string paper,
        string question,
        Locale language,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(question);
        var key = new
        {
            paper = StoredText.Of(paper, LongestPaper),
            hash = HashOf(question),
            language = language.Tag,
        };
        return await ListAsync(
            "paper = @paper AND question_hash = @hash AND language = @language",
            key,
            cancellationToken
        );
    }

    public Task<IReadOnlyList<KeptAnswer>> OfPaperAsync(string paper, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return ListAsync("paper = @paper", new { paper = StoredText.Of(paper, LongestPaper) }, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> VersionsAsync(
        string paperWithoutVersion,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(paperWithoutVersion);
        if (paperWithoutVersion.Length == 0)
            return [];
        var key = new { @base = StoredText.Of(paperWithoutVersion, LongestPaper) };
        return await database.ReadAsync(
            session =>
                session.ListAsync<string>(
                    "SELECT paper FROM answers WHERE base = @base GROUP BY paper ORDER BY max(written_at) DESC, paper",
                    key
                ),
            cancellationToken
        );
    }

    public async Task<bool> TryClaimAsync(
        string key,
        string holder,
        TimeSpan duration,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(key);
        var now = time.GetUtcNow();
        var row = new
        {
            id = HashOf(key),
            holder = StoredText.Of(holder, LongestName),
            now = Instant.Of(now),
            expires = Instant.Of(now + duration),
        };
        var taken = await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM answer_claims WHERE expires_at <= @now", row);
                return await session.ExecuteAsync(
                    "INSERT INTO answer_claims (id, holder, expires_at) VALUES (@id, @holder, @expires) "
                        + "ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at "
                        + "WHERE answer_claims.holder = excluded.holder",
                    row
                );
            },
            cancellationToken
        );
        return taken > 0;
    }

    public Task ReleaseAsync(string key, string holder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var row = new { id = HashOf(key), holder = StoredText.Of(holder, LongestName) };
        return database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM answer_claims WHERE id = @id AND holder = @holder", row),
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<KeptAnswer>> ListAsync(
        string condition,
        object values,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<Row>(
                    $"SELECT {Columns} FROM answers WHERE {condition} ORDER BY written_at DESC LIMIT {MostAnswers}",
                    values
                ),
            cancellationToken
        );
        return [.. rows.Select(row => row.ToAnswer())];
    }

    private static string BaseOf(string paper) =>
        ArxivId.TryParse(paper, out var id) ? id.WithoutVersion.ToString() : "";

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Row
    {
        public string Paper { get; init; } = "";

        public string Question { get; init; } = "";

        public string Language { get; init; } = "";

        public string Model { get; init; } = "";

        public string PromptVersion { get; init; } = "";

        public string Markdown { get; init; } = "";

        public string? Evidence { get; init; }

        public long WrittenAt { get; init; }

        public KeptAnswer ToAnswer() =>
            new(Paper, Question, Locale.Parse(Language), Model, PromptVersion, Markdown, Instant.Read(WrittenAt))
            {
                Evidence = Evidence,
            };
    }
}
