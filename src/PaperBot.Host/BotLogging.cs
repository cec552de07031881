using Microsoft.Extensions.Logging.Console;

namespace PaperBot.Host;

/// <summary>Logs go to the console; for one-shot verbs to standard error, because standard output holds only answers.</summary>
internal static class BotLogging
{
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
