namespace PaperBot.Core.Commands;

/// <summary>Who may use a command.</summary>
public enum WhoMay
{
    /// <summary>Everybody.</summary>
    Everyone,

    /// <summary>Who manages the place on its platform, and administrators of the bot.</summary>
    PlaceManagers,

    /// <summary>Administrators of the bot.</summary>
    Administrators,
}
