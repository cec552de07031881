using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace PaperBot.Testing.WeChat.Official;

/// <summary>
/// A simulated official account: people write, the platform calls the bot back, signed and encrypted, for at most 5 s and
/// three times; and the account's interface with tokens, quotas, upload and error codes.
/// </summary>
public sealed class OfficialSimulator(TimeProvider? time = null, HttpMessageHandler? http = null) : IDisposable
{
    public const int Tries = 3;

    /// <summary>What people read when the account gave no answer to any try.</summary>
    public const string NoService = "该公众号提供的服务出现故障，请稍后再试";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, OfficialUser> _users = new(StringComparer.Ordinal);
    private readonly HttpClient _http = http is null
        ? new HttpClient { Timeout = System.Threading.Timeout.InfiniteTimeSpan }
        : new HttpClient(http) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    private long _last = 23_000_000_000;

    public TimeProvider Time { get; } = time ?? TimeProvider.System;

    public string AppId { get; init; } = "wx5823bf96d3bd56c7";

    public string Secret { get; init; } = "a-secret-of-the-simulated-account";

    public string Token { get; init; } = "QDG6eK";

    /// <summary>The key of safe mode; empty: plain mode.</summary>
    public string EncodingAesKey { get; init; } = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    /// <summary>Whether the account may send customer-service messages.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>Where the bot is called back.</summary>
    public Uri? Callback { get; set; }

    /// <summary>The time from the beginning of one try to the next, when a try fails early. Default: none.</summary>
    public TimeSpan RetryPause { get; init; }

    public Lock Gate { get; } = new();

    public OfficialFaults Faults { get; } = new();

    /// <summary>What the bot did against the rules.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>How many tokens were fetched.</summary>
    public int TokensGiven { get; internal set; }

    public IEnumerable<OfficialUser> Users => _users.Values;

    internal Dictionary<string, DateTimeOffset> Tokens { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, (byte[] Content, DateTimeOffset At)> Media { get; } = new(StringComparer.Ordinal);

    public OfficialUser UserOf(string openId) => _users.GetOrAdd(openId, id => new OfficialUser(id));

    /// <summary>Somebody writes; completes when the platform is through with its tries.</summary>
    /// <returns>What the passive answer said; null when it said nothing.</returns>
    public Task<string?> SayAsync(string openId, string text, CancellationToken cancellationToken = default)
    {
        var id = Interlocked.Increment(ref _last);
        Note(openId, text);
        return PushAsync(
            openId,
            $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content><MsgId>{id}</MsgId>",
            cancellationToken
        );
    }

    /// <summary>Somebody follows the account.</summary>
    public Task<string?> SubscribeAsync(string openId, CancellationToken cancellationToken = default)
    {
        Note(openId, "关注");
        return PushAsync(
            openId,
            "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event>",
            cancellationToken
        );
    }

    /// <summary>Somebody sends something that is no text.</summary>
    /// <param name="openId">Who.</param>
    /// <param name="kind"><c>image</c>, <c>voice</c>, <c>location</c>, …</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<string?> SendAsync(string openId, string kind, CancellationToken cancellationToken = default)
    {
        var id = Interlocked.Increment(ref _last);
        Note(openId, $"[{kind}]");
        return PushAsync(
            openId,
            $"<MsgType><![CDATA[{kind}]]></MsgType><MediaId><![CDATA[m]]></MediaId><MsgId>{id}</MsgId>",
            cancellationToken
        );
    }

    /// <summary>The console's check of the address.</summary>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken = default)
    {
        var echo = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        using var response = await _http.GetAsync(Address(null) + "&echostr=" + echo, cancellationToken);
        return response.IsSuccessStatusCode && await response.Content.ReadAsStringAsync(cancellationToken) == echo;
    }

    public void Dispose() => _http.Dispose();

    private void Note(string openId, string text)
    {
        var user = UserOf(openId);
        lock (Gate)
        {
            user.Lines.Add(new OfficialLine(openId, text, "push", Time.GetUtcNow()));
            (user.WroteAt, user.Since) = (Time.GetUtcNow(), 0);
        }
    }

    private async Task<string?> PushAsync(string openId, string fields, CancellationToken cancellationToken)
    {
        var seconds = Time.GetUtcNow().ToUnixTimeSeconds();
        var xml =
            $"<xml><ToUserName><![CDATA[gh_sim]]></ToUserName><FromUserName><![CDATA[{openId}]]></FromUserName>"
            + $"<CreateTime>{seconds}</CreateTime>{fields}</xml>";
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var began = Time.GetTimestamp();
            if (await TryAsync(xml, cancellationToken) is not { } answer)
            {
                if (RetryPause - Time.GetElapsedTime(began) is var wait && wait > TimeSpan.Zero && attempt < Tries)
                    await Task.Delay(wait, Time, cancellationToken);
                continue;
            }
            if (answer.Length == 0)
                return null;
            Show(openId, answer, "passive");
            return answer;
        }
        Show(openId, NoService, "failed");
        return null;
    }

    /// <summary>One try: the text, nothing for an empty answer, null when it failed.</summary>
    private async Task<string?> TryAsync(string xml, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var seal = EncodingAesKey.Length > 0 ? new OfficialSeal(EncodingAesKey, AppId, Token) : null;
        var encrypted = seal?.Encrypt(xml);
        var body = encrypted is null
            ? xml
            : $"<xml><ToUserName><![CDATA[gh_sim]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "text/xml");
            using var response = await _http.PostAsync(Address(encrypted), content, both.Token);
            if (!response.IsSuccessStatusCode)
                return null;
            var text = await response.Content.ReadAsStringAsync(both.Token);
            Faults.AfterAnswer?.Invoke();
            return text is "" or "success" ? "" : OfficialSeal.Read(text, seal);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Show(string openId, string text, string way)
    {
        if (way == "passive" && Encoding.UTF8.GetByteCount(text) > OfficialApi.LongestText)
            Violations.Enqueue("a passive answer of more than 2,048 bytes");
        lock (Gate)
            UserOf(openId).Lines.Add(new OfficialLine(null, text, way, Time.GetUtcNow()));
    }

    private string Address(string? encrypted)
    {
        var timestamp = Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        var query = $"?signature={OfficialSeal.Sign(Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}";
        if (encrypted is not null)
            query += $"&encrypt_type=aes&msg_signature={OfficialSeal.Sign(Token, timestamp, nonce, encrypted)}";
        return (Callback ?? throw new InvalidOperationException("No callback is set.")).AbsoluteUri + query;
    }
}
