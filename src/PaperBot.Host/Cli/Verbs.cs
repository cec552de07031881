using System.Reflection;
using System.Runtime.InteropServices;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary>What the program can be told to do. A start that cannot work ends with one sentence and status 2.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<CliArguments, Terminal, CancellationToken, Task<int>>> Table = new(
        StringComparer.Ordinal
    )
    {
        [""] = ServeVerb.RunAsync,
        ["serve"] = ServeVerb.RunAsync,
        ["exec"] = ExecVerb.RunAsync,
        ["posts"] = PostsVerb.RunAsync,
        ["doctor"] = DoctorVerb.RunAsync,
        ["backup"] = BackupVerb.BackupAsync,
        ["restore"] = BackupVerb.RestoreAsync,
        ["reindex"] = ReindexVerb.RunAsync,
    };

    public static string ProgramVersion =>
        typeof(Verbs)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0";

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var arguments = CliArguments.Parse(args);
        try
        {
            return await RunAsync(arguments, terminal, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitStatus.Internal;
        }
        catch (StorageException e)
        {
            return await SayAsync(terminal, CliTexts.Get(arguments, e.Error.Message), ExitStatus.Of(e.Error));
        }
        catch (Exception e) when (StartFailure.Sentences(e) is { Count: > 0 } sentences)
        {
            return await SayAsync(terminal, string.Join(Environment.NewLine, sentences), ExitStatus.UserInput);
        }
        catch (IOException e)
        {
            // A folder that cannot be written, a pipe that nobody reads any more.
            return await SayAsync(terminal, e.Message, ExitStatus.Internal);
        }
    }

    private static async Task<int> RunAsync(CliArguments arguments, Terminal terminal, CancellationToken ct)
    {
        if (arguments.Mistake is { } mistake)
            return await SayAsync(terminal, CliTexts.Get(arguments, mistake), ExitStatus.UserInput);
        if (arguments.Version || arguments.Help)
        {
            var text = arguments.Version ? ProgramVersion : CliTexts.Get(arguments, Message.Of("cli.help"));
            await terminal.Out.WriteLineAsync(text);
            return ExitStatus.Ok;
        }
        if (Table.TryGetValue(arguments.Verb, out var verb))
            return await verb(arguments, terminal, ct);
        var unknown = CliTexts.Get(arguments, Message.Of("cli.verb", ("word", arguments.Verb)));
        return await SayAsync(terminal, unknown, ExitStatus.UserInput);
    }

    private static async Task<int> SayAsync(Terminal terminal, string sentence, int status)
    {
        await terminal.Error.WriteLineAsync(sentence);
        return status;
    }
}
