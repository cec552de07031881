namespace PaperBot.Core.Models;

/// <summary>
/// Keeps the answer to one call. It is asked when the call's turn has come and told before anybody who waits is, so
/// that between the end of one call and the keeping of its answer nobody begins the same again.
/// </summary>
public interface IAnswerKeeper
{
    /// <summary>The answer, if somebody has got it since the call was made.</summary>
    Task<ModelAnswer?> FindAsync(ModelFacts model, CancellationToken cancellationToken);

    /// <summary>Keeps a new answer; one that was cut is the keeper's to refuse.</summary>
    Task KeepAsync(ModelAnswer answer, CancellationToken cancellationToken);
}
