namespace PaperBot.Search.Query;

/// <summary>A question after <see cref="QueryParser"/> has read it.</summary>
internal sealed record SearchQuery
{
    /// <summary>Words and sentences, phrases among them: what ranks.</summary>
    public string Text { get; init; } = "";

    /// <summary>Must be there word by word.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>True when there are words beside the phrases: a sentence that quotes.</summary>
    public bool HasWords { get; init; }

    /// <summary>Must not be there.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Tags that must all be borne, folded.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Sources of which it must be one, folded.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool HasFilter => Tags.Count > 0 || Sources.Count > 0 || From is not null || To is not null;
}
