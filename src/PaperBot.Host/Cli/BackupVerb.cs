using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupVerb
{
    public static Task<int> BackupAsync(CliArguments arguments, Terminal terminal, CancellationToken ct) =>
        RunAsync(
            arguments,
            terminal,
            async (backup, file) =>
                (await backup.BackupAsync(file, ct)).Then(status =>
                    Message.Of("host.backup.done", ("file", file), ("bytes", status.Bytes))
                ),
            ct
        );

    public static Task<int> RestoreAsync(CliArguments arguments, Terminal terminal, CancellationToken ct) =>
        RunAsync(
            arguments,
            terminal,
            async (backup, file) =>
                (await backup.RestoreAsync(file, ct)).Then(restored =>
                    restored.KeptBeside is { } kept
                        ? Message.Of("host.restore.kept", ("file", file), ("kept", kept))
                        : Message.Of("host.restore.done", ("file", file))
                ),
            ct
        );

    private static async Task<int> RunAsync(
        CliArguments arguments,
        Terminal terminal,
        Func<IStorageBackup, string, Task<Outcome<Message>>> run,
        CancellationToken ct
    )
    {
        if (arguments.Words is not [var file])
        {
            var usage = Message.Of("cli.file", ("verb", arguments.Verb));
            await terminal.Error.WriteLineAsync(CliTexts.Get(arguments, usage));
            return ExitStatus.UserInput;
        }
        await using var bot = await ConsoleBot.StartAsync(arguments, ct);
        var texts = bot.Services.GetRequiredService<ITexts>();
        var outcome = await run(bot.Services.GetRequiredService<IStorageBackup>(), file);
        var message = outcome.IsOk ? outcome.Value : outcome.Error.Message;
        var writer = outcome.IsOk ? terminal.Out : terminal.Error;
        await writer.WriteLineAsync(texts.Get(arguments.Locale ?? Locale.English, message));
        return outcome.IsOk ? ExitStatus.Ok : ExitStatus.Of(outcome.Error);
    }
}
