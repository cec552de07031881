using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Replies;

namespace PaperBot.Testing.WeChat.Campaigns;

/// <summary>
/// A command of a campaign: <c>/slow 1.5 mark</c> answers with the mark after so many seconds, growing on the way;
/// <c>/slow down mark</c> finds its model down.
/// </summary>
public sealed class SlowHandler(TimeProvider time) : ICommandHandler
{
    private const string Down = "down";

    public CommandSpec Spec { get; } =
        new("slow")
        {
            Aliases = ["慢"],
            Listed = false,
            Budget = TimeSpan.FromMinutes(10),
            Parameters =
            [
                new Parameter("seconds") { Positional = true, Required = true },
                new Parameter("mark") { Positional = true, Required = true },
            ],
        };

    /// <summary>What stands in the answer to a question with that mark, and nowhere else.</summary>
    public static string AnswerTo(string mark) => $"答案{mark}完";

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var mark = request.Text("mark")!;
        if (request.Text("seconds") == Down)
            return Errors.UpstreamDown("closing", null);
        var seconds = double.Parse(request.Text("seconds")!, CultureInfo.InvariantCulture);
        await Task.Delay(TimeSpan.FromSeconds(seconds / 2), time, cancellationToken);
        request.Progress.Report(new ProgressUpdate.Partial($"答案{mark}"));
        await Task.Delay(TimeSpan.FromSeconds(seconds / 2), time, cancellationToken);
        return Reply.Of(AnswerTo(mark));
    }
}
