namespace PaperBot.Storage.Privacy;

/// <summary>Every table of the schema that has to do with persons; a test compares the list with the schema.</summary>
internal static class PersonalTables
{
    public static readonly IReadOnlyList<PersonalTable.Definition> All =
    [
        new("requests", "accepted_requests", keep => keep.Requests, "accepted_at < @before"),
        new("preferences", "preferences", keep => keep.Preferences, "used_at < @before"),
        new(
            "conversations",
            "conversation_values",
            keep => keep.Conversations,
            "written_at < @before OR expires_at <= @now"
        ),
        new("web-messages", "transcript_entries", keep => keep.WebMessages, "said_at < @before"),
        new("uploads", "documents", keep => keep.Uploads, "person IS NOT NULL AND read_at < @before"),
        new("digest-owners", "digest_owners", keep => keep.Preferences, "added_at < @before"),
        new("paper-uses", "paper_uses", keep => keep.PaperUses, "used_at < @before"),
        new("saved-papers", "saved_papers", keep => keep.SavedPapers, "saved_at < @before"),
        new("short-lines", "short_lines", keep => keep.ShortLines, "used_at < @before") { HasPerson = false },
    ];
}
