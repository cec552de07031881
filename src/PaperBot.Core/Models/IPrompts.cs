using PaperBot.Core.Texts;

namespace PaperBot.Core.Models;

/// <summary>
/// The prompt files of the folder <c>prompts/</c>, in English and Chinese, checked at the start and read again when
/// they are edited.
/// </summary>
public interface IPrompts
{
    /// <summary>The version of a prompt (<see cref="ModelPrompt.Version"/>).</summary>
    string VersionOf(string name, Locale language);

    /// <summary>
    /// Fills a prompt. Values that come from papers, files or people go in as they are: what they hold can neither end
    /// the fence that the prompt puts around them nor be taken for a placeholder.
    /// </summary>
    /// <param name="name">The prompt: <see cref="PromptNames"/>.</param>
    /// <param name="language">The language of the prompt, and so of the answer.</param>
    /// <param name="values">
    /// By the prompt's input variables: texts, or lists of records with further values (passages).
    /// </param>
    /// <exception cref="ArgumentException">A variable that the prompt requires is missing.</exception>
    ModelPrompt Fill(string name, Locale language, IReadOnlyDictionary<string, object> values);
}
