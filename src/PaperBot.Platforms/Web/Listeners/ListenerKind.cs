namespace PaperBot.Platforms.Web.Listeners;

/// <summary>Which door a request came through.</summary>
internal enum ListenerKind
{
    /// <summary>The chat's own: chat, metrics, administration.</summary>
    Private,

    /// <summary>The outside's: public pages and platform callbacks, nothing else.</summary>
    Public,
}
