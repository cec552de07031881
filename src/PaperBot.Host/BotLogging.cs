using Microsoft.Extensions.Logging.Console;

namespace PaperBot.Host;

/// <summary>Logs go to the console; for one-shot verbs to standard error, because standard output holds only answers.</summary>
internal static class BotLogging
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    private static volatile bool _started;

    /// <summary>From here on the host's own failures are logged; before, they end the start with a sentence.</summary>
    public static void HostHasStarted() => _started = true;

    public static void Configure(ILoggingBuilder logging, IConfiguration configuration, bool toStandardError)
    {
        logging.ClearProviders();
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        logging.AddFilter<ConsoleLoggerProvider>(HostCategory, level => _started && level >= LogLevel.Warning);
        if (toStandardError)
        {
            logging.Services.Configure<ConsoleLoggerOptions>(console =>
                console.LogToStandardErrorThreshold = LogLevel.Trace
            );
            logging.SetMinimumLevel(LogLevel.Warning);
            logging.AddFilter(level => level >= LogLevel.Warning);
        }
    }
}
