using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Outcomes;
using PaperBot.Platforms.Web;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>The address that the account's console is told: <c>/wechat/official</c> on the public listener.</summary>
internal sealed class OfficialEndpoint(
    CallbackDoor door,
    OfficialTalk talk,
    HandOver handOver,
    CustomPush push,
    TimeProvider time
)
{
    public const string Path = "/wechat/official";

    /// <summary>The platform hangs up after 5 s; a relay between that does not is told so a little later.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1.5);

    public static void Map(IEndpointRouteBuilder app)
    {
        var routes = app.MapPublic();
        routes.MapGet(Path, (HttpContext http) => Of(http).CheckAsync(http));
        routes.MapPost(Path, (HttpContext http) => Of(http).TakeAsync(http));
    }

    private static OfficialEndpoint Of(HttpContext http) => http.RequestServices.GetRequiredService<OfficialEndpoint>();

    private Task CheckAsync(HttpContext http)
    {
        if (door.Answer(CallbackQuery.Of(http.Request.Query)) is { } echo)
            return WriteAsync(http, echo, MediaTypeNames.Text.Plain);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task TakeAsync(HttpContext http)
    {
        var query = CallbackQuery.Of(http.Request.Query);
        if (!door.IsSigned(query))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (await BodyAsync(http) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (door.Open(query, body) is not { } message)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        try
        {
            await AnswerAsync(http, message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The platform hung up and will try again.
        }
        catch (StorageException)
        {
            // Not taken: the platform tries again, and its last try tells the person.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task AnswerAsync(HttpContext http, OfficialMessage message)
    {
        var answer = await talk.AnswerAsync(message, http.RequestAborted);
        if (answer.Waits)
        {
            await Task.Delay(LongestSilence, time, http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        try
        {
            if (answer.Text is { } text)
                await WriteAsync(
                    http,
                    door.Close(CallbackXml.WriteText(message, text, time.GetUtcNow())),
                    MediaTypeNames.Text.Xml
                );
            else
                await WriteAsync(http, "success", MediaTypeNames.Text.Plain);
            if (answer.Handed is { } handed)
            {
                await handOver.ArrivedAsync(handed, CancellationToken.None);
                push.Begin(message.OpenId);
            }
        }
        catch (Exception e) when (answer.Handed is not null && e is OperationCanceledException or IOException)
        {
            await push.LostAsync(answer.Handed);
        }
    }

    private static async Task WriteAsync(HttpContext http, string text, string type)
    {
        http.Response.ContentType = type + "; charset=utf-8";
        await http.Response.WriteAsync(text, Encoding.UTF8, http.RequestAborted);
        await http.Response.CompleteAsync();
        http.RequestAborted.ThrowIfCancellationRequested();
    }

    private static async Task<string?> BodyAsync(HttpContext http)
    {
        var buffer = new byte[CallbackXml.LongestBody + 1];
        var count = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, false, http.RequestAborted);
        return count > CallbackXml.LongestBody ? null : Encoding.UTF8.GetString(buffer, 0, count);
    }
}
