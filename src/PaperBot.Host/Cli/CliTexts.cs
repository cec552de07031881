using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary>Texts for the console, also where there is no bot yet that has them.</summary>
internal static class CliTexts
{
    private static readonly Lazy<TextCatalogue> Catalogue = new(() =>
        new([new TextSource(typeof(CliTexts).Assembly), new TextSource(typeof(Storage.StorageServices).Assembly)])
    );

    public static string Get(CliArguments arguments, Message message) =>
        Catalogue.Value.Get(arguments.Locale ?? Locale.English, message);
}
