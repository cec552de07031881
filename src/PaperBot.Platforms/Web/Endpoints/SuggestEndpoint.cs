using Microsoft.AspNetCore.Http;
using PaperBot.Core.Commands;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>Offers values while somebody types.</summary>
internal sealed class SuggestEndpoint(ICommandRouter router)
{
    private const int LongestTyped = 200;

    public async Task<IResult> GetAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        var typed = query["typed"].ToString();
        var found =
            typed.Length > LongestTyped
                ? []
                : await router.SuggestAsync(
                    query["command"].ToString(),
                    query["parameter"].ToString(),
                    typed,
                    PageReader.LocaleOf(context),
                    cancellationToken
                );
        return TypedResults.Json(found, WebJson.Default.IReadOnlyListSuggestion);
    }
}
