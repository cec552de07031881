namespace PaperBot.Storage.Engines;

/// <summary>
/// Instants as they are stored: Unix milliseconds. Both engines have one type for them, compare them without a function
/// and cannot misread a zone; what needs finer steps (slots) is stored in ticks.
/// </summary>
internal static class Instant
{
    public static long Of(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static long? Of(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);

    public static DateTimeOffset? Read(long? stored) => stored is { } value ? Read(value) : null;
}
