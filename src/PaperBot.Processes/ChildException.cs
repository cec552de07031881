namespace PaperBot.Processes;

/// <summary>A child process gave no answer. It never leaves this project: ports turn it into an error.</summary>
internal sealed class ChildException(ChildFailure failure, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public ChildFailure Failure { get; } = failure;
}
