using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Testing.WeChat.Official;

/// <summary>The account's interface: tokens, customer-service messages, upload.</summary>
internal static class OfficialApi
{
    public const int LongestText = 2_048;

    private const int MostSince = 5;
    private const int MostTokens = 2_000;
    private const int LargestPicture = 10 << 20;

    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(2);
    private static readonly TimeSpan OldTokenLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Window = TimeSpan.FromHours(48);

    public static void Map(WebApplication app, OfficialSimulator account)
    {
        app.MapGet(
            "/cgi-bin/token",
            (HttpContext context) => Answer(account, () => Token(account, context.Request.Query))
        );
        app.MapPost(
            "/cgi-bin/stable_token",
            async (HttpContext context) =>
            {
                var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
                return Answer(account, () => StableToken(account, body));
            }
        );
        app.MapPost(
            "/cgi-bin/message/custom/send",
            async (HttpContext context) =>
            {
                var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
                var answer = Answer(account, () => Guarded(account, context.Request.Query, () => Send(account, body)));
                return account.Faults.IsMute ? Results.StatusCode(504) : answer;
            }
        );
        app.MapPost(
            "/cgi-bin/media/upload",
            async (HttpContext context) =>
            {
                var file = (await context.Request.ReadFormAsync()).Files["media"];
                using var content = new MemoryStream();
                if (file is not null)
                    await file.CopyToAsync(content);
                return Answer(
                    account,
                    () => Guarded(account, context.Request.Query, () => Upload(account, file, content.ToArray()))
                );
            }
        );
    }

    private static IResult Answer(OfficialSimulator account, Func<JsonObject> act)
    {
        if (account.Faults.IsDown)
            return Results.StatusCode(502);
        lock (account.Gate)
            return Results.Content(act().ToJsonString(), "application/json");
    }

    /// <summary>The same token for everybody while it lives, unless a new one is asked for.</summary>
    private static JsonObject StableToken(OfficialSimulator account, JsonObject body)
    {
        if (Refusal(account, CardRules.Text(body["appid"]), CardRules.Text(body["secret"])) is { } refusal)
            return refusal;
        var now = account.Time.GetUtcNow();
        var current = account.Tokens.LastOrDefault(pair => pair.Value > now + OldTokenLife);
        var isForced = body["force_refresh"] is JsonValue flag && flag.TryGetValue(out bool forced) && forced;
        return current.Key is { } token && !isForced
            ? new JsonObject { ["access_token"] = token, ["expires_in"] = (int)(current.Value - now).TotalSeconds }
            : New(account);
    }

    private static JsonObject Token(OfficialSimulator account, IQueryCollection query) =>
        Refusal(account, query["appid"], query["secret"]) ?? New(account);

    private static JsonObject? Refusal(OfficialSimulator account, string? appId, string? secret)
    {
        if (appId != account.AppId)
            return Error(40013, "invalid appid");
        if (secret != account.Secret)
            return Error(40125, "invalid appsecret");
        if (account.Faults.StrangeAddress is { } address)
            return Error(40164, $"invalid ip {address} ipv6 ::ffff:{address}, not in whitelist rid: 1");
        return null;
    }

    private static JsonObject New(OfficialSimulator account)
    {
        if (++account.TokensGiven > MostTokens)
            return Error(45009, "reach max api daily quota limit");
        var now = account.Time.GetUtcNow();
        foreach (var old in account.Tokens.Keys.ToList())
            if (account.Tokens[old] > now + OldTokenLife)
                account.Tokens[old] = now + OldTokenLife;
        var token = $"token-{account.TokensGiven}-{account.AppId}";
        account.Tokens[token] = now + TokenLife;
        return new JsonObject { ["access_token"] = token, ["expires_in"] = (int)TokenLife.TotalSeconds };
    }

    private static JsonObject Guarded(OfficialSimulator account, IQueryCollection query, Func<JsonObject> act)
    {
        var now = account.Time.GetUtcNow();
        if (!account.Tokens.TryGetValue($"{query["access_token"]}", out var until))
            return Error(40001, "invalid credential, access_token is invalid or not latest");
        if (until <= now)
            return Error(42001, "access_token expired");
        if (account.Faults.Refusals.TryDequeue(out var code))
            return Error(code, "refused");
        return account.IsVerified ? act() : Error(48001, "api unauthorized");
    }

    private static JsonObject Send(OfficialSimulator account, JsonObject body)
    {
        if (CardRules.Text(body["touser"]) is not { } openId)
            return Error(40003, "invalid openid");
        var user = account.UserOf(openId);
        var now = account.Time.GetUtcNow();
        if (user.WroteAt is not { } wrote || now - wrote > Window)
            return Error(45015, "response out of time limit or subscription is canceled");
        if (user.Since >= MostSince)
            return Error(45047, "out of response count limit");
        switch (CardRules.Text(body["msgtype"]))
        {
            case "text":
                var text = CardRules.Text(body["text"]?["content"]) ?? "";
                if (text.Length == 0 || Encoding.UTF8.GetByteCount(text) > LongestText)
                    return Error(45002, "content size out of limit");
                user.Lines.Add(new OfficialLine(null, text, "custom", now));
                break;
            case "image":
                var name = CardRules.Text(body["image"]?["media_id"]) ?? "";
                if (!account.Media.TryGetValue(name, out var medium))
                    return Error(40007, "invalid media_id");
                user.Lines.Add(new OfficialLine(null, "[image]", "custom", now) { Content = medium.Content });
                break;
            default:
                return Error(40008, "invalid message type");
        }
        user.Since++;
        return Error(0, "ok");
    }

    private static JsonObject Upload(OfficialSimulator account, IFormFile? file, byte[] content)
    {
        if (file is null || content.Length == 0)
            return Error(41005, "media data missing");
        if (content.Length > LargestPicture)
            return Error(40009, "invalid image size");
        if (content is not ([0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, ..]))
            return Error(40005, "invalid file type");
        var name = $"media-{account.Media.Count + 1}";
        account.Media[name] = (content, account.Time.GetUtcNow());
        return new JsonObject
        {
            ["type"] = "image",
            ["media_id"] = name,
            ["created_at"] = account.Time.GetUtcNow().ToUnixTimeSeconds(),
        };
    }

    private static JsonObject Error(int code, string words) => new() { ["errcode"] = code, ["errmsg"] = words };
}
