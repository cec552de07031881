using System.Text.Json;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary><c>exec</c>: one command, or a stream of them, through the same router as every platform.</summary>
internal static class ExecVerb
{
    private const string Platform = "console";

    public static async Task<int> RunAsync(CliArguments arguments, Terminal terminal, CancellationToken ct)
    {
        var batch = arguments.Words is ["-"];
        if (arguments.Words.Count == 0 || (batch && !arguments.Json))
        {
            await terminal.Error.WriteLineAsync(CliTexts.Get(arguments, Message.Of("cli.exec.line")));
            return ExitStatus.UserInput;
        }
        if (arguments.Conversation is { } name && !ConversationId.TryParse($"{Platform}:{name}", out _))
        {
            await terminal.Error.WriteLineAsync(CliTexts.Get(arguments, Message.Of("cli.conversation")));
            return ExitStatus.UserInput;
        }
        await using var bot = await ConsoleBot.StartAsync(arguments, ct);
        var run = new ExecRun(bot, arguments, terminal);
        return batch ? await BatchAsync(run, terminal, ct) : await OneAsync(run, arguments, terminal, ct);
    }

    private static async Task<int> OneAsync(
        ExecRun run,
        CliArguments arguments,
        Terminal terminal,
        CancellationToken ct
    )
    {
        var response = await run.AnswerAsync(string.Join(' ', arguments.Words), ct);
        var text = arguments.Json
            ? JsonSerializer.Serialize(run.Line(response), ExecJson.Readable.ExecLine)
            : ExecRun.Markdown(response);
        await terminal.Out.WriteLineAsync(text);
        if (terminal.ShowsProgress && await run.UnreadAsync(ct) is > 0 and var unread)
            await terminal.Error.WriteLineAsync(
                CliTexts.Get(arguments, Message.Of("cli.posts.wait", ("count", unread)))
            );
        return ExitStatus.Of(response.Error);
    }

    // One line out for each line in, in order: each line sees what the lines before it have changed.
    private static async Task<int> BatchAsync(ExecRun run, Terminal terminal, CancellationToken ct)
    {
        var lines = new LineSource(terminal.In);
        while (await lines.ReadAsync(ct) is { } line)
        {
            var response = await run.AnswerAsync(line, ct);
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(run.Line(response), ExecJson.Readable.ExecLine));
        }
        return ExitStatus.Ok;
    }
}
