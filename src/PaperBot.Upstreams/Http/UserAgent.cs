namespace PaperBot.Upstreams.Http;

/// <summary>How the bot introduces itself.</summary>
internal static class UserAgent
{
    /// <summary><c>PaperBot/0.1.0 (contact)</c>; what a header cannot carry is left out of the contact.</summary>
    public static string Of(string? contact)
    {
        var version = typeof(UserAgent).Assembly.GetName().Version ?? new Version(0, 0);
        var comment = string.Concat((contact ?? "").Where(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\')));
        return string.IsNullOrWhiteSpace(comment)
            ? $"PaperBot/{version.ToString(3)}"
            : $"PaperBot/{version.ToString(3)} ({comment.Trim()})";
    }
}
