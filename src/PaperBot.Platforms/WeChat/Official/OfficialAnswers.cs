using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>Calls the account's interface and reads its answers.</summary>
internal static class OfficialAnswers
{
    public static HttpContent Json(JsonObject body) =>
        // The platform shows \u escapes as they stand: the text goes as UTF-8.
        new StringContent(body.ToJsonString(Plain), Encoding.UTF8, MediaTypeNames.Application.Json);

    public static HttpContent File(string name, string mediaType, ReadOnlyMemory<byte> content)
    {
        var file = new ReadOnlyMemoryContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new MultipartFormDataContent { { file, "media", name } };
    }

    /// <summary>The answer's object; an answer that is none counts as <see cref="OfficialCodes.Unknown"/>.</summary>
    /// <exception cref="HttpRequestException">Nobody answered.</exception>
    public static async Task<JsonObject> PostAsync(
        HttpClient client,
        Uri address,
        HttpContent content,
        CancellationToken cancellationToken
    )
    {
        using (content)
        {
            using var response = await client.PostAsync(address, content, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return Unreadable();
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            try
            {
                return JsonNode.Parse(text, documentOptions: Strict) as JsonObject ?? Unreadable();
            }
            catch (JsonException)
            {
                return Unreadable();
            }
        }
    }

    /// <summary>True when the call did not get as far as its first byte.</summary>
    public static bool IsUnsent(HttpRequestException exception) =>
        exception.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    /// <summary>0: all is well.</summary>
    public static int CodeOf(JsonObject answer) =>
        answer["errcode"] is JsonValue value && value.TryGetValue(out int code) ? code : 0;

    public static string? Text(JsonObject answer, string field) =>
        answer[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonObject Unreadable() => new() { ["errcode"] = OfficialCodes.Unknown };
}
