namespace PaperBot.Testing.Discord.Api;

/// <summary>A route of the API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with <c>{name}</c> for values.</param>
/// <param name="Handle">What it does.</param>
/// <param name="Rule">Its limit; null for none.</param>
/// <param name="ByToken">The path authorises; the global limit does not count it.</param>
internal sealed record ApiRoute(
    string Method,
    string Template,
    Func<ApiCall, ApiResponse> Handle,
    BucketRule? Rule,
    bool ByToken = false
)
{
    private readonly string[] _parts = Template.Split('/');

    /// <summary>The values of the placeholders; null when the path is another one's.</summary>
    public Dictionary<string, string>? Match(string method, string[] parts)
    {
        if (method != Method || parts.Length != _parts.Length)
            return null;
        var values = new Dictionary<string, string>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (_parts[i] is ['{', .. var name, '}'])
                values[name] = parts[i];
            else if (_parts[i] != parts[i])
                return null;
        }

        return values;
    }
}
