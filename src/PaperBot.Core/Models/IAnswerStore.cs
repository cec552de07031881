using PaperBot.Core.Texts;

namespace PaperBot.Core.Models;

/// <summary>
/// Answers of models, kept by paper version, question, language, model and prompt version. Nothing of private material
/// belongs in here: it is shared by everybody.
/// </summary>
public interface IAnswerStore
{
    /// <summary>Keeps an answer; one of the same key is replaced.</summary>
    Task KeepAsync(KeptAnswer answer, CancellationToken cancellationToken);

    /// <summary>The answers to one question about one version of a paper in one language, newest first.</summary>
    Task<IReadOnlyList<KeptAnswer>> FindAsync(
        string paper,
        string question,
        Locale language,
        CancellationToken cancellationToken
    );

    /// <summary>All answers about one version of a paper, newest first, at most 1,000.</summary>
    Task<IReadOnlyList<KeptAnswer>> OfPaperAsync(string paper, CancellationToken cancellationToken);

    /// <summary>The versions of a paper (<c>1706.03762v5</c>) for which there are answers, newest answer first.</summary>
    /// <param name="paperWithoutVersion"><c>1706.03762</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<string>> VersionsAsync(string paperWithoutVersion, CancellationToken cancellationToken);
}
