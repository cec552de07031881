namespace PaperBot.Handlers.Preferences;

/// <summary>Reads places, persons and groups as chat programs put them into a text, or as bare ids.</summary>
internal static class MentionList
{
    private static readonly char[] Between = [' ', ',', '，', '、', ';', '；', '\n', '\t', '\u3000'];

    /// <summary>The entries, whatever stands between them.</summary>
    public static IEnumerable<Mention> Read(string typed) =>
        typed
            .Replace("><", "> <", StringComparison.Ordinal)
            .Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Select(Of);

    private static Mention Of(string word)
    {
        var text = word is ['<', .., '>'] ? word[1..^1] : word;
        return text switch
        {
            ['@', '&', .. var id] => new(MentionKind.Group, id, word),
            ['&', .. var id] => new(MentionKind.Group, id, word),
            ['@', '!', .. var id] => new(MentionKind.Person, id, word),
            ['@', .. var id] => new(MentionKind.Person, id, word),
            ['#', .. var id] => new(MentionKind.Place, id, word),
            _ => new(MentionKind.Bare, text, word),
        };
    }
}
