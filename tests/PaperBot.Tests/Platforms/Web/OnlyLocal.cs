using PaperBot.Core.Identity;

namespace PaperBot.Tests.Platforms.Web;

/// <summary>The page on this machine administers the bot, nobody else does.</summary>
internal sealed class OnlyLocal : IAdministrators
{
    public IReadOnlyList<PersonId> Named { get; } = [new("web", "local")];

    public bool Contains(PersonId person) => Named.Contains(person);
}
