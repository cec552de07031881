using PaperBot.Core.Outcomes;

namespace PaperBot.Host.Cli;

/// <summary>How the process ends; scripts depend on these numbers.</summary>
internal static class ExitStatus
{
    public const int Ok = 0;
    public const int Internal = 1;
    public const int UserInput = 2;

    public static int Of(Error? error) =>
        error?.Kind switch
        {
            null => Ok,
            ErrorKind.UserInput => UserInput,
            ErrorKind.NotFound => 3,
            ErrorKind.Throttled => 4,
            ErrorKind.UpstreamDown => 5,
            ErrorKind.Refused => 6,
            _ => Internal,
        };
}
