namespace PaperBot.Core.Outcomes;

/// <summary>
/// Thrown by stores when the database stays busy, full or out of reach for longer than they wait, or is given
/// something that it cannot keep. The router answers with <see cref="Error"/>, as if a handler had returned it.
/// </summary>
public sealed class StorageException : Exception
{
    /// <summary>A failure with the error that a user is shown.</summary>
    public StorageException(Error error, Exception? innerException = null)
        : base(Describe(error), innerException) => Error = error;

    /// <summary>What the user is shown.</summary>
    public Error Error { get; }

    private static string Describe(Error error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var values = string.Join(", ", error.Message.Values.Select(value => $"{value.Key}: {value.Value}"));
        return values.Length == 0 ? error.Message.Key : $"{error.Message.Key} ({values})";
    }
}
