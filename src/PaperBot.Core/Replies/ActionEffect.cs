namespace PaperBot.Core.Replies;

/// <summary>What happens to the reply that an action stands on.</summary>
public enum ActionEffect
{
    /// <summary>The answer is a message of its own.</summary>
    NewMessage,

    /// <summary>The answer takes the place of the reply (paging).</summary>
    ReplaceInPlace,
}
