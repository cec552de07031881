namespace PaperBot.Core.Papers;

/// <summary>A search for papers.</summary>
/// <param name="Words">Words and quoted phrases, as typed.</param>
public sealed record PaperQuery(string Words)
{
    /// <summary>Only in these categories; null: all.</summary>
    public CategorySelection? Categories { get; init; }

    /// <summary>Only by this author; null: anybody.</summary>
    public string? Author { get; init; }

    /// <summary>Only in the title; default anywhere.</summary>
    public bool TitleOnly { get; init; }

    /// <summary>Submitted on or after this day (UTC); null: no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Submitted on or before this day (UTC); null: no bound.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Newest first; default most relevant first.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>How many results to leave out at the beginning. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>How many results to give, 1 to 100. Default 10.</summary>
    public int Take { get; init; } = 10;
}
