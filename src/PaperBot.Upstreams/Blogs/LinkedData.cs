using System.Text.Json;
using AngleSharp.Html.Dom;

namespace PaperBot.Upstreams.Blogs;

/// <summary>What a page's JSON-LD (schema.org's Article and its kinds) says.</summary>
internal sealed record LinkedData
{
    private const int LongestScript = 200_000;

    public string? Title { get; private init; }

    public IReadOnlyList<string> Authors { get; private init; } = [];

    public DateTimeOffset? PublishedAt { get; private init; }

    public DateTimeOffset? UpdatedAt { get; private init; }

    public IReadOnlyList<string> Keywords { get; private init; } = [];

    public static LinkedData Read(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type=\"application/ld+json\"]"))
        {
            if (script.TextContent.Length > LongestScript)
                continue;
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new() { MaxDepth = 32 });
                if (Find(json.RootElement) is { } article)
                    return Of(article);
            }
            catch (JsonException)
            {
                // Not JSON: nothing is said.
            }
        }
        return new();
    }

    private static JsonElement? Find(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().Select(Find).FirstOrDefault(found => found is not null),
            JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => Find(graph),
            JsonValueKind.Object when IsArticle(element) => element,
            _ => null,
        };

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().FirstOrDefault() : type)
            is { ValueKind: JsonValueKind.String } name
        && name.GetString() is "Article" or "BlogPosting" or "NewsArticle" or "TechArticle" or "ScholarlyArticle";

    private static LinkedData Of(JsonElement article) =>
        new()
        {
            Title = PlainText.OfHtml(Text(article, "headline") ?? Text(article, "name")),
            Authors = Names(article, "author"),
            PublishedAt = PageDates.Parse(Text(article, "datePublished")),
            UpdatedAt = PageDates.Parse(Text(article, "dateModified")),
            Keywords =
            [
                .. Names(article, "keywords")
                    .SelectMany(words =>
                        words.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    ),
            ],
        };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IReadOnlyList<string> Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return [];
        var all = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        return
        [
            .. all.Select(one =>
                    one.ValueKind == JsonValueKind.String ? one.GetString()
                    : one.ValueKind == JsonValueKind.Object ? Text(one, "name")
                    : null
                )
                .Select(PlainText.OfHtml)
                .OfType<string>(),
        ];
    }
}
