using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace PaperBot.Host.Cli;

/// <summary>Turns a start that cannot work into sentences that name the setting.</summary>
internal static class StartFailure
{
    /// <summary>One sentence for each thing that is wrong; empty when it is no matter of settings.</summary>
    public static IReadOnlyList<string> Sentences(Exception exception) =>
        exception switch
        {
            OptionsValidationException e => [.. e.Failures],
            AggregateException e when e.InnerExceptions.All(inner => Sentences(inner).Count > 0) =>
            [
                .. e.InnerExceptions.SelectMany(Sentences),
            ],
            // The binder's way to say that a value has the wrong form; its message names the key.
            InvalidOperationException
            {
                InnerException: FormatException or InvalidCastException or ArgumentException
            } e => [e.Message],
            InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } e => [e.Message],
            InvalidOperationException { Source: "Microsoft.Extensions.Logging.Configuration" } e =>
            [
                $"Logging:LogLevel cannot be used: {e.Message} Use Trace, Debug, Information, Warning, Error or None.",
            ],
            // A settings file that is no JSON; its message names the file and what is wrong.
            InvalidDataException e => [$"{e.Message} {e.InnerException?.Message}".Trim()],
            FileNotFoundException e => [e.Message],
            IOException { InnerException: AddressInUseException } e =>
            [
                $"Web:Url or Public:Listen cannot be used: {e.Message}",
            ],
            _ => [],
        };
}
