using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>A command that is answered when the test says so.</summary>
internal sealed class SlowCommand : ICommandHandler
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommandSpec Spec { get; } =
        new("slow")
        {
            Aliases = ["慢"],
            Listed = false,
            Budget = TimeSpan.FromMinutes(10),
            Parameters =
            [
                new Parameter("what")
                {
                    Positional = true,
                    Verbatim = true,
                    Required = true,
                },
            ],
        };

    public int Asked { get; private set; }

    public void Go() => _go.TrySetResult();

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        Asked++;
        await _go.Task.WaitAsync(cancellationToken);
        return Reply.Of("慢答案：" + MarkdownText.Escape(request.Text("what")!));
    }
}
