namespace PaperBot.Core.Conversations;

/// <summary>The names under which conversations remember things that more than one part of the bot reads.</summary>
public static class ConversationKey
{
    /// <summary>The lines that a number stands for; see <see cref="NumberedChoices"/>.</summary>
    public const string Choices = "choices";

    /// <summary>
    /// A command line in which a <c>?</c> waits for the next message of the person; kept by platforms that cannot
    /// show a form.
    /// </summary>
    public const string Asked = "asked";
}
