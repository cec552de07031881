using PaperBot.Core.Search;
using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary><c>reindex</c>: builds the full-text index again from what is stored.</summary>
internal static class ReindexVerb
{
    public static async Task<int> RunAsync(CliArguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var bot = await ConsoleBot.StartAsync(arguments, ct);
        var size = await bot.Services.GetRequiredService<ISearchIndex>().RebuildAsync(ct);
        var done = Message.Of("host.reindex.done", ("papers", size.Papers), ("articles", size.Articles));
        await terminal.Out.WriteLineAsync(CliTexts.Get(arguments, done));
        return ExitStatus.Ok;
    }
}
