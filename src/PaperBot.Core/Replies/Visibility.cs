namespace PaperBot.Core.Replies;

/// <summary>Who sees a reply.</summary>
public enum Visibility
{
    /// <summary>Everybody in the place.</summary>
    Public,

    /// <summary>Only who asked, where the platform can do that.</summary>
    Private,
}
