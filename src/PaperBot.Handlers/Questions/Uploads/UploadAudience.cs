namespace PaperBot.Handlers.Questions.Uploads;

/// <summary>Who may have a file of their own read.</summary>
public enum UploadAudience
{
    /// <summary>Nobody.</summary>
    Off,

    /// <summary>
    /// Those whom somebody let in: members of a server or a group, in it; whoever uses the web page or the console;
    /// administrators.
    /// </summary>
    Members,

    /// <summary>Whoever can talk to the bot.</summary>
    Everyone,
}
