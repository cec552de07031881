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

    /// <summary>
    /// Claims the getting of an answer, so that no other process pays for the same one meanwhile.
    /// </summary>
    /// <param name="key">What is got, as <see cref="ModelCall.Key"/>.</param>
    /// <param name="holder">Who gets it: one name for all of a process's callers.</param>
    /// <param name="duration">After this the claim is void: its holder has died.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False while another holder has it.</returns>
    Task<bool> TryClaimAsync(string key, string holder, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives a claim back; without effect when somebody else has it.</summary>
    Task ReleaseAsync(string key, string holder, CancellationToken cancellationToken);
}
