namespace PaperBot.Discord.Rest;

/// <summary>
/// Where a request goes, and by what its rate limit is counted: the method and the path without its ids, and apart from
/// them the top-level resource (channel, guild, webhook with its token, or interaction).
/// </summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with <c>{}</c> for each value; names the route in errors and logs.</param>
/// <param name="Path">The path, relative to the API's address. It may hold a token: never log it.</param>
/// <param name="TopLevel">The top-level resource, or empty.</param>
/// <param name="ByToken">The path itself authorises: no bot token is sent, and the global limit does not count
/// it.</param>
internal readonly record struct Route(HttpMethod Method, string Template, string Path, string TopLevel, bool ByToken)
{
    /// <summary>The route without the resource, for which Discord names a bucket.</summary>
    public string Name => $"{Method.Method} {Template}";

    public static Route Get(RoutePath path) => path.Build(HttpMethod.Get);

    public static Route Post(RoutePath path) => path.Build(HttpMethod.Post);

    public static Route Put(RoutePath path) => path.Build(HttpMethod.Put);

    public static Route Patch(RoutePath path) => path.Build(HttpMethod.Patch);

    public static Route Delete(RoutePath path) => path.Build(HttpMethod.Delete);

    public override string ToString() => Name;
}
