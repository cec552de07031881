namespace PaperBot.Discord.Gateway;

/// <summary>How to go on after a connection has ended.</summary>
internal enum AfterClose
{
    /// <summary>Connect again and resume the session, if there is one.</summary>
    Resume,

    /// <summary>Connect again and begin a new session.</summary>
    Identify,

    /// <summary>Not at all: it would end the same way.</summary>
    Stop,
}
