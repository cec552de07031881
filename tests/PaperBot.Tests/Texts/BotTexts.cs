using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Core.Texts;
using PaperBot.Host;

namespace PaperBot.Tests.Texts;

/// <summary>The whole bot's commands and texts, as the host composes them.</summary>
internal static class BotTexts
{
    /// <summary>Every assembly of the bot that the tests load.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory
            .EnumerateFiles(AppContext.BaseDirectory, "PaperBot.*.dll")
            .Where(file => Path.GetFileName(file) is not ("PaperBot.Tests.dll" or "PaperBot.Testing.dll"))
            .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file))),
    ];

    public static TextCatalogue Catalogue { get; } = new(Assemblies.Select(assembly => new TextSource(assembly)));

    public static IReadOnlyList<CommandSpec> Specs { get; } = ReadSpecs();

    private static IReadOnlyList<CommandSpec> ReadSpecs()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(
            new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()
        );
        services.AddLogging();
        services.AddMetrics();
        services.AddBot();
        // Nothing in it has begun anything that would have to be ended.
        return services.BuildServiceProvider().GetRequiredService<ICommandRouter>().Specs;
    }
}
