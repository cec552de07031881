using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Routing.Access;

/// <summary>
/// Those in <c>Access:Administrators</c>, and whoever sits at the machine: the console, and the page that only this
/// machine reaches, which gives its visitors the one id <c>web:local</c>.
/// </summary>
internal sealed class Administrators(IOptions<AccessOptions> options) : IAdministrators
{
    private const string Console = "console";

    private static readonly PersonId LoopbackPage = new("web", "local");

    private readonly FrozenSet<PersonId> _named = options.Value.Administrators.Select(PersonId.Parse).ToFrozenSet();

    public IReadOnlyList<PersonId> Named => [.. _named];

    public bool Contains(PersonId person) =>
        person.Platform == Console || person == LoopbackPage || _named.Contains(person);
}
