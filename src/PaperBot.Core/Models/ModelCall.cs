using PaperBot.Core.Identity;

namespace PaperBot.Core.Models;

/// <summary>One question to a model.</summary>
/// <param name="Key">
/// Calls with one key are one call: everything that the answer depends on, but for the model, for example
/// <c>faq 1706.03762v5 problem zh v1</c>.
/// </param>
/// <param name="Prompt">What is sent.</param>
public sealed record ModelCall(string Key, ModelPrompt Prompt)
{
    /// <summary>Whose private material is in it (an uploaded file): nobody else ever joins the call. Default: nobody's.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>Where the answer is kept, so that nobody pays for it a second time. Default: nowhere.</summary>
    public IAnswerKeeper? Keeper { get; init; }
}
