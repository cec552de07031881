using Microsoft.AspNetCore.Http;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>Words refusals in the page's language.</summary>
internal sealed class Problems(ITexts texts)
{
    public IResult Of(HttpContext context, int status, string key, params (string Name, object? Value)[] values) =>
        Of(texts.Get(PageReader.LocaleOf(context), Message.Of(key, values)), status);

    public static IResult Of(string sentence, int status) =>
        TypedResults.Json(new Problem(sentence), WebJson.Default.Problem, statusCode: status);
}
