using System.Text.Json;
using PaperBot.Core.Identity;

namespace PaperBot.Host.Cli;

/// <summary><c>exec</c>: one command, or a stream of them, through the same router as every platform.</summary>
internal static class ExecVerb
{
    private const string Platform = "console";

    public static async Task<int> RunAsync(CliArguments arguments, Terminal terminal)
    {
        var batch = arguments.Words is ["-"];
        if (arguments.Words.Count == 0 || (batch && !arguments.Json))
        {
            await terminal.Error.WriteLineAsync(
                "Write exec '<command line>', or exec --json - to read lines from input."
            );
            return ExitStatus.UserInput;
        }
        if (arguments.Conversation is { } name && !ConversationId.TryParse($"{Platform}:{name}", out _))
        {
            await terminal.Error.WriteLineAsync("--conversation takes a name without spaces, at most 200 characters.");
            return ExitStatus.UserInput;
        }
        await using var bot = await ConsoleBot.StartAsync(arguments);
        var run = new ExecRun(bot, arguments);
        return batch ? await BatchAsync(run, terminal) : await OneAsync(run, arguments, terminal);
    }

    private static async Task<int> OneAsync(ExecRun run, CliArguments arguments, Terminal terminal)
    {
        var response = await run.AnswerAsync(string.Join(' ', arguments.Words));
        var text = arguments.Json
            ? JsonSerializer.Serialize(run.Line(response), ExecJson.Readable.ExecLine)
            : run.Markdown(response);
        await terminal.Out.WriteLineAsync(text);
        return ExitStatus.Of(response.Error);
    }

    // One line out for each line in, in order: each line sees what the lines before it have changed.
    private static async Task<int> BatchAsync(ExecRun run, Terminal terminal)
    {
        while (await terminal.In.ReadLineAsync() is { } line)
        {
            var response = await run.AnswerAsync(line);
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(run.Line(response), ExecJson.Readable.ExecLine));
        }
        return ExitStatus.Ok;
    }
}
