using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PaperBot.Platforms.Web.Security;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>Logging in with the access key, and out.</summary>
internal sealed class LoginEndpoints(
    IOptions<WebOptions> options,
    Visitors visitors,
    LoginThrottle throttle,
    Problems problems
)
{
    private readonly byte[] _key = Hash(options.Value.AccessKey);

    public IResult LogIn(HttpContext context, LoginBody body)
    {
        if (!visitors.NeedLogin)
            return TypedResults.NoContent();
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (throttle.Wait(address) is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString("D", null);
            return problems.Of(context, StatusCodes.Status429TooManyRequests, "web.error.throttled", ("wait", wait));
        }
        if (!CryptographicOperations.FixedTimeEquals(Hash(body.Key ?? ""), _key))
        {
            throttle.Failed(address);
            return problems.Of(context, StatusCodes.Status403Forbidden, "web.error.key");
        }
        visitors.LogIn(context);
        return TypedResults.NoContent();
    }

    public static IResult LogOut(HttpContext context)
    {
        Visitors.LogOut(context);
        return TypedResults.NoContent();
    }

    /// <summary>Hashes are of one length, so that comparing tells nothing about the key's.</summary>
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
