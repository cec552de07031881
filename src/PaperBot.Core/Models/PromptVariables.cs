namespace PaperBot.Core.Models;

/// <summary>
/// The names by which prompts take their values (<see cref="IPrompts.Fill"/>). A record is a dictionary of texts.
/// </summary>
public static class PromptVariables
{
    /// <summary>The paper's title. FAQ, translate, summary.</summary>
    public const string Title = "title";

    /// <summary>Its authors in one line; optional. FAQ.</summary>
    public const string Authors = "authors";

    /// <summary>Its abstract; optional in the FAQ. FAQ, translate, summary.</summary>
    public const string Abstract = "abstract";

    /// <summary>
    /// A list of records with <see cref="Key"/>, <see cref="Place"/>, <see cref="Text"/> and, for several papers,
    /// <see cref="Paper"/>. FAQ, ask.
    /// </summary>
    public const string Passages = "passages";

    /// <summary>True when the passages are all that there are; optional, false by default. FAQ, ask.</summary>
    public const string Complete = "complete";

    /// <summary>What the person asks. Ask; also in the records of <see cref="History"/>.</summary>
    public const string Question = "question";

    /// <summary>A list of records with <see cref="Name"/> and <see cref="Title"/>. Ask.</summary>
    public const string Papers = "papers";

    /// <summary>
    /// What was said before in the conversation: a list of records with <see cref="Question"/> and
    /// <see cref="Answer"/>; optional. Ask.
    /// </summary>
    public const string History = "history";

    /// <summary>A passage's key, in a record.</summary>
    public const string Key = "key";

    /// <summary>A passage's place (<c>§3.2, p. 5</c>), in a record.</summary>
    public const string Place = "place";

    /// <summary>A passage's text, in a record.</summary>
    public const string Text = "text";

    /// <summary>The <see cref="Name"/> of the paper that a passage is from, in a record; optional.</summary>
    public const string Paper = "paper";

    /// <summary>A paper's name (<c>1706.03762v5</c>), in a record.</summary>
    public const string Name = "name";

    /// <summary>What was answered, in a record.</summary>
    public const string Answer = "answer";
}
