using System.Diagnostics.CodeAnalysis;

namespace PaperBot.Core.Outcomes;

/// <summary>
/// What a port or a handler gives back: a value or an <see cref="Error"/>. Programmers' mistakes are thrown and
/// cancellation flies; neither is an outcome.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
[SuppressMessage("Usage", "CA2225", Justification = "Outcome.Of and Outcome.Fail are the named alternates.")]
public readonly struct Outcome<T>
{
    private readonly T _value;
    private readonly Error? _error;
    private readonly bool _made;

    private Outcome(T value, Error? error)
    {
        _value = value;
        _error = error;
        _made = true;
    }

    /// <summary>True when there is a value.</summary>
    public bool IsOk => Made()._error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public T Value =>
        IsOk ? _value : throw new InvalidOperationException($"There is an error instead: {_error!.Message.Key}.");

    /// <summary>The error.</summary>
    /// <exception cref="InvalidOperationException">There is a value instead.</exception>
    public Error Error => Made()._error ?? throw new InvalidOperationException("There is a value, not an error.");

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Outcome<T>(Error error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(default!, error);
    }

    /// <summary>The value through <paramref name="next"/>, or the same error.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, TNext> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return IsOk ? Outcome.Of(next(_value)) : Outcome.Fail<TNext>(_error!);
    }

    private Outcome<T> Made() =>
        _made ? this : throw new InvalidOperationException("A default outcome is neither a value nor an error.");
}
