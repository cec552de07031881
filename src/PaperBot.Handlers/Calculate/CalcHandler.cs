using PaperBot.Calculator;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Calculate;

/// <summary><c>/calc</c>: the input as it was understood, its values, remarks and plots.</summary>
internal sealed class CalcHandler(Calculation calculation, PlotDrawing drawing, ITexts texts) : ICommandHandler
{
    private const int MostAnswers = 12;
    private const int MostPlotActions = 3;

    public CommandSpec Spec { get; } =
        new("calc")
        {
            Aliases = ["算", "计算"],
            Parameters =
            [
                new Parameter("input")
                {
                    Required = true,
                    Positional = true,
                    Verbatim = true,
                    MaxLength = CalculatorLimits.Default.InputLength,
                    Aliases = ["算式"],
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var input = request.Text("input")!;
        var result = await calculation.RunAsync(request, input, cancellationToken);
        if (result is { Error: { } error, Answers.Count: 0 })
            return Failure.Of(error, input);
        var parts = result.Answers.Take(MostAnswers).Select(AnswerText.Of).ToList();
        var left = result.Answers.Count - parts.Count;
        if (left > 0)
            parts.Add(texts.Get(request.Locale, "calculate.left", ("left", left)));
        if (result.Notices.Count > 0)
            parts.Add(Notices(result.Notices, request.Locale));
        var pictures = new List<Attachment>();
        foreach (var plot in result.Plots)
        {
            var drawn = await drawing.DrawAsync(plot, pictures.Count + 1, request.Locale, cancellationToken);
            parts.Add(drawn.Text);
            if (drawn.Picture is { } picture)
                pictures.Add(picture);
        }
        if (result.Error is { } stopped)
            parts.Add(texts.Get(request.Locale, Failure.Of(stopped, input).Message));
        return Reply.Of(
            new Card("calc")
            {
                Markdown = string.Join("\n\n", parts),
                Attachments = pictures,
                Actions = [.. Plots(result.Answers, request.Locale)],
            }
        );
    }

    private string Notices(IEnumerable<CalculatorNotice> notices, Locale locale) =>
        string.Join('\n', notices.Select(notice => "- " + texts.Get(locale, Failure.Sentence(notice))).Distinct());

    private IEnumerable<ReplyAction> Plots(IReadOnlyList<CalculatorAnswer> answers, Locale locale) =>
        answers
            .Select(answer => answer.SuggestedPlot)
            .OfType<string>()
            .Distinct()
            .Take(MostPlotActions)
            .Select(plot =>
                ReplyAction.Run(texts.Get(locale, "calculate.action.plot"), CommandLine.Format(Spec, ("input", plot)))
            );
}
