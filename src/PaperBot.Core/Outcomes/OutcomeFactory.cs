namespace PaperBot.Core.Outcomes;

/// <summary>Named ways to make an <see cref="Outcome{T}"/>, for where the implicit conversions do not apply.</summary>
public static class Outcome
{
    /// <summary>A success.</summary>
    public static Outcome<T> Of<T>(T value) => value;

    /// <summary>A failure.</summary>
    public static Outcome<T> Fail<T>(Error error) => error;
}
