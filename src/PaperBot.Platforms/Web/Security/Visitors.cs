using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PaperBot.Core.Identity;

namespace PaperBot.Platforms.Web.Security;

/// <summary>Who calls: whoever uses this machine, or a login.</summary>
internal sealed class Visitors(IOptions<WebOptions> options, SessionToken tokens)
{
    public const string Platform = "web";
    public const string Cookie = "paperbot";
    private const string Local = "local";

    /// <summary>Whether a login is needed at all.</summary>
    public bool NeedLogin { get; } = options.Value.AccessKey.Length > 0;

    /// <summary>The visitor; null for one who has not logged in.</summary>
    public PersonId? Find(HttpContext context)
    {
        if (!NeedLogin)
            return new PersonId(Platform, Local);
        return tokens.TryRead(context.Request.Cookies[Cookie], out var id) ? new PersonId(Platform, id) : null;
    }

    public void LogIn(HttpContext context) =>
        context.Response.Cookies.Append(Cookie, tokens.Issue(), CookieOptions(context, tokens.Life));

    public static void LogOut(HttpContext context) =>
        context.Response.Cookies.Append(Cookie, "", CookieOptions(context, TimeSpan.Zero));

    private static CookieOptions CookieOptions(HttpContext context, TimeSpan life) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == "https",
            MaxAge = life,
            Path = "/",
            IsEssential = true,
        };
}
