namespace PaperBot.Storage.Digests;

/// <summary>Days as they are stored: 20260105 for 5 January 2026.</summary>
internal static class StoredDay
{
    public static long Of(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    public static long? Of(DateOnly? day) => day is { } value ? Of(value) : null;

    public static DateOnly Read(long day) => new((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));

    public static DateOnly? Read(long? day) => day is { } value ? Read(value) : null;
}
