namespace PaperBot.Core.Outcomes;

/// <summary>How kinds of failure are written for machines: <c>exec --json</c>, metrics.</summary>
public static class ErrorKindName
{
    /// <summary>What stands where there is no error.</summary>
    public const string Ok = "ok";

    /// <summary><c>user_input</c>, <c>not_found</c> and so on; <see cref="Ok"/> for null.</summary>
    public static string Of(ErrorKind? kind) =>
        kind switch
        {
            null => Ok,
            ErrorKind.UserInput => "user_input",
            ErrorKind.NotFound => "not_found",
            ErrorKind.Throttled => "throttled",
            ErrorKind.UpstreamDown => "upstream_down",
            ErrorKind.Refused => "refused",
            _ => "internal",
        };
}
