using Microsoft.AspNetCore.Http;
using PaperBot.Core.Texts;
using PaperBot.Markdown;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>The language and time zone that a page asks for (<c>?lang=zh-CN&amp;zone=Asia/Shanghai</c>).</summary>
internal static class PageReader
{
    private const int LongestZone = 64;

    public static Reader Of(HttpContext context)
    {
        var zone = context.Request.Query["zone"].ToString();
        return new Reader(
            LocaleOf(context),
            IsZoneName(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc
        );
    }

    private static bool IsZoneName(string zone) =>
        zone.Length is > 0 and <= LongestZone
        && zone.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');

    public static Locale LocaleOf(HttpContext context)
    {
        if (Locale.TryParse(context.Request.Query["lang"], out var locale))
            return locale;
        return Locale.Parse(context.Request.Headers.AcceptLanguage.ToString().Split(',', ';')[0]);
    }
}
