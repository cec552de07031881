namespace PaperBot.Processes;

/// <summary>Why a child process gave no answer.</summary>
internal enum ChildFailure
{
    /// <summary>The program is not there or cannot be started.</summary>
    Missing,

    /// <summary>It took too long and was killed.</summary>
    TooSlow,

    /// <summary>It died, or said more than it may.</summary>
    Died,
}
