using System.Text;
using Microsoft.Extensions.AI;
using PaperBot.Core.Models;

namespace PaperBot.Upstreams.Llm;

/// <summary>What has come of an answer so far.</summary>
internal sealed class LlmStream(ModelPrompt prompt)
{
    private const int LongestAnswer = 200_000;

    private readonly PromptEcho _echo = new(prompt);
    private readonly StringBuilder _text = new();
    private ChatFinishReason? _finish;
    private long _input;
    private long _output;

    /// <summary>Whether the server said anything at all, so that the call is likely to be paid for.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether the model said that it is done; a stream that only stops was cut.</summary>
    public bool HasEnded => _finish is not null;

    /// <summary>An answer that goes on for ever is not read for ever.</summary>
    public bool IsTooLong => _text.Length > LongestAnswer;

    /// <summary>The answer so far, without thinking and without the rules.</summary>
    public string Text => _echo.Without(Thinking.Without(_text.ToString()));

    /// <returns>True when there is more text than before.</returns>
    public bool Add(ChatResponseUpdate update)
    {
        HasBegun = true;
        _finish = update.FinishReason ?? _finish;
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            // Some servers tell it several times, growing.
            _input = Math.Max(_input, usage.Details.InputTokenCount ?? 0);
            _output = Math.Max(_output, usage.Details.OutputTokenCount ?? 0);
        }

        var piece = update.Text;
        _text.Append(piece);
        return piece.Length > 0;
    }

    public AnswerEnd End(bool wasCut) =>
        wasCut || _finish is null ? AnswerEnd.Cut
        : _finish == ChatFinishReason.Length ? AnswerEnd.Length
        : _finish == ChatFinishReason.ContentFilter ? AnswerEnd.Filtered
        : AnswerEnd.Complete;

    public ModelUsage Usage()
    {
        if (_input > 0 && _output > 0)
            return new(_input, _output);
        var input = _input > 0 ? _input : TokenEstimate.Of(prompt);
        return new(input, _output > 0 ? _output : TokenEstimate.Of(_text.ToString()), IsEstimated: true);
    }
}
