using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>Customer-service messages of a verified account. A token that is refused is fetched anew, once a call.</summary>
internal sealed class OfficialClient(
    IHttpClientFactory clients,
    OfficialTokens tokens,
    IOptions<OfficialOptions> options
)
{
    /// <summary>Sends a text.</summary>
    /// <returns>The platform's code; 0: it took it.</returns>
    /// <exception cref="HttpRequestException">Nobody answered.</exception>
    public Task<int> SendTextAsync(string openId, string text, CancellationToken cancellationToken) =>
        SendAsync(openId, "text", new JsonObject { ["content"] = text }, cancellationToken);

    /// <summary>Uploads a picture and sends it.</summary>
    /// <returns>The platform's code; 0: it took it.</returns>
    /// <exception cref="HttpRequestException">Nobody answered.</exception>
    public async Task<int> SendPictureAsync(
        string openId,
        ReadOnlyMemory<byte> png,
        CancellationToken cancellationToken
    )
    {
        var uploaded = await CallAsync(
            "cgi-bin/media/upload",
            "&type=image",
            () => OfficialAnswers.File("picture.png", "image/png", png),
            cancellationToken
        );
        if (OfficialAnswers.Text(uploaded, "media_id") is { } medium)
            return await SendAsync(openId, "image", new JsonObject { ["media_id"] = medium }, cancellationToken);
        // What was not uploaded whole was not sent.
        return OfficialAnswers.CodeOf(uploaded) is var code and not (0 or OfficialCodes.Unknown)
            ? code
            : OfficialCodes.Busy;
    }

    private async Task<int> SendAsync(
        string openId,
        string kind,
        JsonObject content,
        CancellationToken cancellationToken
    )
    {
        var message = new JsonObject
        {
            ["touser"] = openId,
            ["msgtype"] = kind,
            [kind] = content,
        };
        return OfficialAnswers.CodeOf(
            await CallAsync("cgi-bin/message/custom/send", "", () => OfficialAnswers.Json(message), cancellationToken)
        );
    }

    private async Task<JsonObject> CallAsync(
        string path,
        string query,
        Func<HttpContent> content,
        CancellationToken cancellationToken
    )
    {
        using var client = clients.CreateClient(OfficialTokens.Client);
        for (var attempt = 1; ; attempt++)
        {
            string token;
            try
            {
                token = await tokens.GetAsync(cancellationToken);
            }
            catch (OfficialException e)
            {
                // Without a token nothing was sent.
                var code = e.Code == OfficialCodes.Unknown ? OfficialCodes.Busy : e.Code;
                return new JsonObject { ["errcode"] = code };
            }
            var address = new Uri(
                new Uri(options.Value.ApiUrl),
                $"{path}?access_token={Uri.EscapeDataString(token)}{query}"
            );
            var answer = await OfficialAnswers.PostAsync(client, address, content(), cancellationToken);
            if (!OfficialCodes.IsTokens(OfficialAnswers.CodeOf(answer)) || attempt == 2)
                return answer;
            await tokens.RefusedAsync(token, cancellationToken);
        }
    }
}
