using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Platforms.Web.Chat;
using PaperBot.Platforms.Web.Views;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>Reading chats and writing into them.</summary>
internal sealed class ChatEndpoints(
    IOptions<WebOptions> options,
    ITranscriptStore store,
    ChatTranscript transcript,
    ChatRunner runner,
    TurnRenderer renderer,
    Problems problems
)
{
    private const int PageSize = 30;
    private const int MostChats = 50;
    private const int LongestTitle = 80;
    private const int LongestTurn = 220;
    private const int LongestName = 200;

    public async Task<IResult> ListAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var heads = await store.ListAsync(VisitorFilter.PersonOf(context), MostChats, cancellationToken);
        IReadOnlyList<ChatHeadView> views = [.. heads.Select(View)];
        return TypedResults.Json(views, WebJson.Default.IReadOnlyListChatHeadView);
    }

    public async Task<IResult> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (VisitorFilter.ChatOf(context) is not { } chat)
            return TypedResults.NotFound();
        var before = long.TryParse(context.Request.Query["before"], CultureInfo.InvariantCulture, out var b)
            ? b
            : (long?)null;
        var entries = await store.ReadLatestAsync(chat, before, PageSize + 1, cancellationToken);
        var more = entries.Count > PageSize;
        var reader = PageReader.Of(context);
        var turns = entries.Skip(more ? 1 : 0).Select(entry => renderer.Render(entry, reader)).ToList();
        var view = new ChatView(turns, more, turns.Count == 0 ? 0 : turns.Max(turn => turn.Change));
        return TypedResults.Json(view, WebJson.Default.ChatView);
    }

    public async Task<IResult> ClearAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (VisitorFilter.ChatOf(context) is not { } chat)
            return TypedResults.NotFound();
        await store.ClearAsync(chat, cancellationToken);
        return TypedResults.NoContent();
    }

    public Task<IResult> WriteAsync(HttpContext context, MessageBody body, CancellationToken cancellationToken) =>
        WriteAsync(context, body, [], cancellationToken);

    /// <summary>A message with a file.</summary>
    public Task<IResult> UploadAsync(HttpContext context, FileBody body, CancellationToken cancellationToken)
    {
        var content = body.Content ?? [];
        var name = Readable(body.Name ?? "");
        var file = new IncomingFile(
            name.Length is 0 or > LongestName ? "file.pdf" : name,
            "application/pdf",
            content.Length,
            _ => Task.FromResult<Stream>(new MemoryStream(content, writable: false))
        );
        return WriteAsync(context, new MessageBody(body.Id, body.Text, null), [file], cancellationToken);
    }

    private async Task<IResult> WriteAsync(
        HttpContext context,
        MessageBody body,
        IReadOnlyList<IncomingFile> files,
        CancellationToken cancellationToken
    )
    {
        if (VisitorFilter.ChatOf(context) is not { } chat || !ChatKey.IsName(body.Id))
            return TypedResults.NotFound();
        var text = Readable(body.Text ?? "");
        var most = options.Value.LongestMessage;
        if (text.Length > most)
            return problems.Of(context, StatusCodes.Status413PayloadTooLarge, "web.error.long", ("most", most));
        if (text.Length == 0)
            return problems.Of(context, StatusCodes.Status400BadRequest, "web.error.empty");
        var reader = PageReader.Of(context);
        var address = new ReplyAddress(body.Replaces ?? body.Id, body.Replaces is not null);
        if (address.Turn.Length > LongestTurn)
            return TypedResults.NotFound();
        TranscriptEntry? entry = null;
        if (!address.Replaces)
            entry = await transcript.AskAsync(chat, body.Id, text, reader.Locale, cancellationToken);
        if (entry?.Kind == TurnKind.Answered)
            return TypedResults.Json(renderer.Render(entry, reader), WebJson.Default.TurnView);
        if (!runner.TryTake(chat, body.Id, text, address, reader.Locale, files))
            return problems.Of(context, StatusCodes.Status503ServiceUnavailable, "web.error.busy");
        return entry is null
            ? TypedResults.Accepted((string?)null)
            : TypedResults.Json(renderer.Render(entry, reader), WebJson.Default.TurnView, statusCode: 202);
    }

    public async Task<IResult> FileAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var route = context.Request.RouteValues;
        if (VisitorFilter.ChatOf(context) is not { } chat || route["turn"] is not string turn)
            return TypedResults.NotFound();
        var entry = await store.FindAsync(chat, turn, cancellationToken);
        var cards = entry is null ? null : ChatTranscript.Read(entry).Reply?.Cards;
        var files = cards?.ElementAtOrDefault(Number(route["card"]))?.Files;
        if (files?.ElementAtOrDefault(Number(route["file"])) is not { } file)
            return TypedResults.NotFound();
        // Whatever it is, opened by itself it may do nothing.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Bytes(
            file.Content,
            file.IsPicture ? file.Type : "application/octet-stream",
            file.IsPicture ? null : file.Name
        );
    }

    private ChatHeadView View(TranscriptHead head)
    {
        var text = ChatTranscript.Read(head.First).Text?.ReplaceLineEndings(" ");
        var title = text is { Length: > LongestTitle } ? string.Concat(text.AsSpan(0, LongestTitle - 1), "…") : text;
        return new ChatHeadView(
            ChatKey.NameOf(head.Conversation),
            title,
            head.LastAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            head.Entries
        );
    }

    /// <summary>The text without what no keyboard types: control characters, but for line breaks and tabs.</summary>
    private static string Readable(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')).Trim();

    private static int Number(object? value) =>
        int.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
