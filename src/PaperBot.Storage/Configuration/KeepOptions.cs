namespace PaperBot.Storage.Configuration;

/// <summary>Age limits of everything that has to do with a person, enforced once a day.</summary>
public sealed class KeepOptions
{
    /// <summary>Requests, counted from their arrival. Default 30 days.</summary>
    public TimeSpan Requests { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Variables, choices and follow-ups, however long they were meant to last. Default 30 days.</summary>
    public TimeSpan Conversations { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Preferences, counted from their last use. Default 730 days.</summary>
    public TimeSpan Preferences { get; set; } = TimeSpan.FromDays(730);

    /// <summary>What was said in the web chat. Default 90 days.</summary>
    public TimeSpan WebMessages { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Long command lines behind buttons, counted from their last use. Default 180 days.</summary>
    public TimeSpan ShortLines { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Texts of files that somebody gave, counted from when they were read. Default 30 days.</summary>
    public TimeSpan Uploads { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Who voted for, opened and asked about which paper in which place. Default 90 days.</summary>
    public TimeSpan PaperUses { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Reading lists, each paper counted from when it was saved. Default 1,825 days.</summary>
    public TimeSpan SavedPapers { get; set; } = TimeSpan.FromDays(1825);

    /// <summary>What became of digests and which papers were in them. Default 180 days.</summary>
    public TimeSpan Deliveries { get; set; } = TimeSpan.FromDays(180);
}
