namespace PaperBot.Storage.Engines;

/// <summary>What an engine's exception means for the one who waits.</summary>
internal enum Fault
{
    /// <summary>Somebody else holds it; soon it is free.</summary>
    Busy,

    /// <summary>No room on the disk.</summary>
    Full,

    /// <summary>The server does not answer.</summary>
    Unreachable,

    /// <summary>The file or folder may not be read or written, or it does not exist.</summary>
    Closed,

    /// <summary>The file is damaged or is not a database.</summary>
    Damaged,
}
