using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary><c>posts</c>: prints what came to the console and was not read yet, as digests that were subscribed there.</summary>
internal static class PostsVerb
{
    public static async Task<int> RunAsync(CliArguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var bot = await ConsoleBot.StartAsync(arguments, ct);
        var posts = bot.Services.GetRequiredService<ConsolePosts>();
        var unread = await posts.UnreadAsync(ct);
        if (unread.Count == 0)
            await terminal.Error.WriteLineAsync(CliTexts.Get(arguments, Message.Of("cli.posts.none")));
        foreach (var (i, entry) in unread.Index())
        {
            if (i > 0)
                await terminal.Out.WriteLineAsync("\n---\n");
            await terminal.Out.WriteLineAsync(entry.Payload);
            // Only what was written out counts as read: an end in between prints it again.
            await terminal.Out.FlushAsync(ct);
            await posts.ReadAsync(entry, ct);
        }

        return ExitStatus.Ok;
    }
}
