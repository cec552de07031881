using PaperBot.Core.Texts;

namespace PaperBot.Core.Outcomes;

/// <summary>Short ways to make an <see cref="Error"/>. Keys are looked up under <c>error.</c>.</summary>
public static class Errors
{
    /// <summary>The input is wrong; the message says how to write it.</summary>
    public static Error UserInput(string key, params (string Name, object? Value)[] values) =>
        new(ErrorKind.UserInput, Message.Of(Prefix(key), values));

    /// <summary>There is no such thing.</summary>
    public static Error NotFound(string key, params (string Name, object? Value)[] values) =>
        new(ErrorKind.NotFound, Message.Of(Prefix(key), values));

    /// <summary>Too much at once; come back at <paramref name="retryAt"/>.</summary>
    public static Error Throttled(string key, DateTimeOffset? retryAt, params (string Name, object? Value)[] values) =>
        new(ErrorKind.Throttled, Message.Of(Prefix(key), values), retryAt);

    /// <summary>An upstream is down; <paramref name="retryAt"/> is when it is tried again, where known.</summary>
    public static Error UpstreamDown(
        string key,
        DateTimeOffset? retryAt,
        params (string Name, object? Value)[] values
    ) => new(ErrorKind.UpstreamDown, Message.Of(Prefix(key), values), retryAt);

    /// <summary>Not allowed here.</summary>
    public static Error Refused(string key, params (string Name, object? Value)[] values) =>
        new(ErrorKind.Refused, Message.Of(Prefix(key), values));

    /// <summary>A mistake of ours.</summary>
    public static Error Internal(string key, params (string Name, object? Value)[] values) =>
        new(ErrorKind.Internal, Message.Of(Prefix(key), values));

    private static string Prefix(string key) => "error." + key;
}
