namespace PaperBot.Core.Identity;

/// <summary>Who administers this bot: those named in <c>Access:Administrators</c>, and the console.</summary>
public interface IAdministrators
{
    /// <summary>True when the person administers the bot.</summary>
    bool Contains(PersonId person);

    /// <summary>Those who are named, for notices.</summary>
    IReadOnlyList<PersonId> Named { get; }
}
