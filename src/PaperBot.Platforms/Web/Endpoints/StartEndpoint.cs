using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PaperBot.Core.Texts;
using PaperBot.Platforms.Web.Security;
using PaperBot.Platforms.Web.Views;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>Tells a page its words, its examples, and what can be typed.</summary>
internal sealed class StartEndpoint(
    IOptions<WebOptions> options,
    Visitors visitors,
    CommandViews commands,
    PageStrings strings,
    ITexts texts
)
{
    private const int Examples = 4;

    public IResult Get(HttpContext context)
    {
        var locale = PageReader.LocaleOf(context);
        var person = visitors.Find(context);
        var view = new StartView(
            person?.Key,
            visitors.NeedLogin && person is not null,
            options.Value.LongestMessage,
            strings.For(locale),
            person is null ? [] : [.. ExamplesFor(locale)],
            person is { } known ? commands.For(known, locale) : []
        );
        return TypedResults.Json(view, WebJson.Default.StartView);
    }

    private IEnumerable<ExampleView> ExamplesFor(Locale locale)
    {
        for (var i = 1; i <= Examples; i++)
            if (
                texts.Find(locale, $"help.task.{i}.title") is { } title
                && texts.Find(locale, $"help.task.{i}.line") is { } line
            )
                yield return new ExampleView(title, line);
    }
}
