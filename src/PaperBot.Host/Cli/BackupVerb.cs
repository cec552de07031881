using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupVerb
{
    public static Task<int> BackupAsync(CliArguments arguments, Terminal terminal) =>
        RunAsync(
            arguments,
            terminal,
            async (backup, file) =>
                (await backup.BackupAsync(file, CancellationToken.None)).Then(status =>
                    Message.Of("host.backup.done", ("file", file), ("bytes", status.Bytes))
                )
        );

    public static Task<int> RestoreAsync(CliArguments arguments, Terminal terminal) =>
        RunAsync(
            arguments,
            terminal,
            async (backup, file) =>
                (await backup.RestoreAsync(file, CancellationToken.None)).Then(restored =>
                    restored.KeptBeside is { } kept
                        ? Message.Of("host.restore.kept", ("file", file), ("kept", kept))
                        : Message.Of("host.restore.done", ("file", file))
                )
        );

    private static async Task<int> RunAsync(
        CliArguments arguments,
        Terminal terminal,
        Func<IStorageBackup, string, Task<Outcome<Message>>> run
    )
    {
        if (arguments.Words is not [var file])
        {
            await terminal.Error.WriteLineAsync($"Name one file: {arguments.Verb} paperbot-backup.db");
            return ExitStatus.UserInput;
        }
        await using var bot = await ConsoleBot.StartAsync(arguments);
        var texts = bot.Services.GetRequiredService<ITexts>();
        var outcome = await run(bot.Services.GetRequiredService<IStorageBackup>(), file);
        var message = outcome.IsOk ? outcome.Value : outcome.Error.Message;
        var writer = outcome.IsOk ? terminal.Out : terminal.Error;
        await writer.WriteLineAsync(texts.Get(arguments.Locale ?? Locale.English, message));
        return outcome.IsOk ? ExitStatus.Ok : ExitStatus.Of(outcome.Error);
    }
}
