namespace PaperBot.Core.Commands;

/// <summary>A file that somebody gave with a command.</summary>
/// <param name="Name">Its name, as the platform tells; not to be trusted as a path.</param>
/// <param name="MediaType">The type that the platform tells; not to be trusted.</param>
/// <param name="Length">Bytes.</param>
/// <param name="OpenAsync">Opens the content; the platform caps its size.</param>
public sealed record IncomingFile(
    string Name,
    string MediaType,
    long Length,
    Func<CancellationToken, Task<Stream>> OpenAsync
);
