using Microsoft.Extensions.Options;
using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Routing.Access;

/// <summary>Checks that every administrator is named by an id.</summary>
internal sealed class AccessValidator : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var failures = options
            .Administrators.Select((id, i) => (id, i))
            .Where(entry => !PersonId.TryParse(entry.id, out _))
            .Select(entry =>
                $"{AccessOptions.Section}:Administrators:{entry.i} must be a person as platform:id, "
                + $"such as discord:80351110224678912, not '{entry.id}'."
            )
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
