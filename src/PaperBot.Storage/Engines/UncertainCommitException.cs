namespace PaperBot.Storage.Engines;

/// <summary>The connection broke during a commit: nobody knows whether it was done, so it is not done again.</summary>
internal sealed class UncertainCommitException(Exception innerException)
    : Exception("The connection broke during a commit.", innerException);
