using PaperBot.Core.Outcomes;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>Names of errors on the wire.</summary>
internal static class ErrorKinds
{
    public static string Name(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.UserInput => "user_input",
            ErrorKind.NotFound => "not_found",
            ErrorKind.Throttled => "throttled",
            ErrorKind.UpstreamDown => "upstream_down",
            ErrorKind.Refused => "refused",
            _ => "internal",
        };
}
