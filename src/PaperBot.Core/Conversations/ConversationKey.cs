namespace PaperBot.Core.Conversations;

/// <summary>The names under which conversations remember things that more than one part of the bot reads.</summary>
public static class ConversationKey
{
    /// <summary>The lines that a number stands for; see <see cref="NumberedChoices"/>.</summary>
    public const string Choices = "choices";

    /// <summary>The line that waits for a value; see <see cref="PendingQuestion"/>.</summary>
    public const string Asked = "asked";

    /// <summary>The line by which a place for one conversation goes on; see <see cref="ConversationTalk"/>.</summary>
    public const string Talk = "talk";
}
