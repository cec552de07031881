using PaperBot.Core.Models;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>A bot that was built without models has nothing to ask them.</summary>
internal sealed class NoPrompts : IPrompts
{
    public string VersionOf(string name, Locale language) => "";

    public ModelPrompt Fill(string name, Locale language, IReadOnlyDictionary<string, object> values) =>
        throw new InvalidOperationException($"There is no prompt {name}.");
}
