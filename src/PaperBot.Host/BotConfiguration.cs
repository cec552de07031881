using PaperBot.Host.Cli;

namespace PaperBot.Host;

/// <summary>
/// Where settings come from, later ones winning: <c>appsettings.json</c> beside the program and in the working folder,
/// user secrets in development, the environment, the command line.
/// </summary>
internal static class BotConfiguration
{
    public const string File = "appsettings.json";

    public static IConfigurationRoot Build(CliArguments arguments)
    {
        var configuration = new ConfigurationBuilder();
        Add(configuration, arguments);
        return configuration.Build();
    }

    public static void Add(IConfigurationBuilder configuration, CliArguments arguments)
    {
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, File), optional: false, reloadOnChange: false);
        var here = Path.GetFullPath(File);
        if (here != Path.Combine(AppContext.BaseDirectory, File))
            configuration.AddJsonFile(here, optional: true, reloadOnChange: false);
        if (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == "Development")
            configuration.AddUserSecrets(typeof(BotConfiguration).Assembly, optional: true);
        configuration.AddEnvironmentVariables();
        configuration.AddInMemoryCollection(arguments.Settings);
    }
}
