using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Delivery;
using PaperBot.Core.Pictures;
using PaperBot.Platforms.WeChat;
using PaperBot.Platforms.WeChat.Crypto;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Testing.Pictures;
using PaperBot.Testing.Time;
using PaperBot.Tests.Handlers.Routing;
using PaperBot.Tests.Platforms.Web;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>An account as the platform calls it: signed pushes, plain or encrypted, on a manual clock.</summary>
internal sealed class OfficialAccount : IAsyncDisposable
{
    public const string Token = "QDG6eK";
    private const string AppId = "wx5823bf96d3bd56c7";
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string Nonce = "263014780";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private readonly WebPage _page;
    private readonly HttpClient _http;
    private readonly MessageCipher? _cipher;

    private OfficialAccount(WebPage page, ManualTimeProvider clock, MessageCipher? cipher)
    {
        _page = page;
        Clock = clock;
        _cipher = cipher;
        _http = new HttpClient { BaseAddress = new Uri(page.Addresses[1]), Timeout = TimeSpan.FromMinutes(2) };
    }

    public ManualTimeProvider Clock { get; }

    public FakeRouter Router => _page.Router;

    public RecordingLogs Logs => _page.Logs;

    public IOutbox Outbox => _page.OutboxOf(WeChatIds.Platform);

    public static async Task<OfficialAccount> StartAsync(bool safe = false)
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var page = await WebPage.StartAsync(
            new()
            {
                ["Public:Listen"] = "http://127.0.0.1:0",
                ["Public:Url"] = "https://papers.example",
                ["WeChat:Official:Token"] = Token,
                ["WeChat:Official:AppId"] = AppId,
                ["WeChat:Official:EncodingAesKey"] = safe ? Key : "",
            },
            map: app => app.MapWeChat(),
            time: clock,
            services: services =>
            {
                services.AddSingleton<IFormulaPictures>(new FakePictures());
                services.AddSingleton<IOwnerNotices>(new HeardNotices());
                services.AddWeChat(new ConfigurationBuilder().Build());
            }
        );
        return new OfficialAccount(page, clock, safe ? new MessageCipher(Key, AppId) : null);
    }

    public Task<HttpResponseMessage> CheckAsync(string echo, string? signature = null)
    {
        var timestamp = Timestamp();
        return _http.GetAsync(
            new Uri(
                $"wechat/official?signature={signature ?? CallbackSignature.Of(Token, timestamp, Nonce)}"
                    + $"&timestamp={timestamp}&nonce={Nonce}&echostr={echo}",
                UriKind.Relative
            )
        );
    }

    /// <summary>One try of a push.</summary>
    /// <returns>The text of the answer; null for one without text; the status when it is not taken.</returns>
    public async Task<Pushed> PushAsync(string text, long id, string person = "oReader")
    {
        using var response = await SendAsync(Xml(text, id, person));
        if (response.StatusCode != HttpStatusCode.OK)
            return new Pushed(response.StatusCode, null);
        var body = await response.Content.ReadAsStringAsync();
        return new Pushed(HttpStatusCode.OK, body == "success" ? null : Read(body));
    }

    public Task<HttpResponseMessage> SendAsync(string xml, string? signature = null, string? timestamp = null)
    {
        timestamp ??= Timestamp();
        var plain = signature ?? CallbackSignature.Of(Token, timestamp, Nonce);
        var query = $"signature={plain}&timestamp={timestamp}&nonce={Nonce}";
        var body = xml;
        if (_cipher is not null)
        {
            var encrypted = _cipher.Encrypt(xml, Encoding.ASCII.GetBytes("0123456789abcdef"));
            var sealed_ = signature ?? CallbackSignature.Of(Token, timestamp, Nonce, encrypted);
            query += $"&encrypt_type=aes&msg_signature={sealed_}";
            body = $"<xml><ToUserName>gh_a</ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        }
        return _http.PostAsync(
            new Uri("wechat/official?" + query, UriKind.Relative),
            new StringContent(body, Encoding.UTF8, "text/xml")
        );
    }

    /// <summary>A signed push of safe mode in whose envelope one thing is wrong.</summary>
    public Task<HttpResponseMessage> SendBrokenAsync(string xml, string fault)
    {
        var salt = Encoding.ASCII.GetBytes("0123456789abcdef");
        var encrypted = new MessageCipher(Key, fault == "receiver" ? "wxother" : AppId).Encrypt(xml, salt);
        if (fault == "padding")
        {
            // A changed block before the last changes the padding at the end.
            var bytes = Convert.FromBase64String(encrypted);
            bytes[^17] ^= 1;
            encrypted = Convert.ToBase64String(bytes);
        }
        var timestamp = Timestamp();
        var signature =
            fault == "signature" ? new string('0', 40) : CallbackSignature.Of(Token, timestamp, Nonce, encrypted);
        var query =
            $"signature={CallbackSignature.Of(Token, timestamp, Nonce)}&timestamp={timestamp}&nonce={Nonce}"
            + $"&encrypt_type=aes&msg_signature={signature}";
        var body = $"<xml><ToUserName>gh_a</ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        return _http.PostAsync(
            new Uri("wechat/official?" + query, UriKind.Relative),
            new StringContent(fault == "plain" ? xml : body, Encoding.UTF8, "text/xml")
        );
    }

    /// <summary>Moves time until the push is answered.</summary>
    public async Task<Pushed> WaitOutAsync(Task<Pushed> push)
    {
        // Slowly, so that a push that is still on its way does not grow stale before it is read.
        while (!push.IsCompleted)
        {
            await Task.WhenAny(push, Task.Delay(Moment, TimeProvider.System));
            await Settling.OnceAsync();
            Clock.Advance(Step);
        }
        return await push;
    }

    /// <summary>Until so many answers are kept and confirmed.</summary>
    public async Task AskedAndKeptAsync(int count)
    {
        while (Router.Confirmed.Count < count)
            await Task.Yield();
    }

    public static string Xml(string text, long id, string person) =>
        $"<xml><ToUserName>gh_a</ToUserName><FromUserName>{person}</FromUserName><CreateTime>1772438400</CreateTime>"
        + $"<MsgType>text</MsgType><Content><![CDATA[{text}]]></Content><MsgId>{id}</MsgId></xml>";

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _page.DisposeAsync();
    }

    private string Read(string body)
    {
        CallbackXml.TryRead(body, out var fields).ShouldBeTrue(body);
        if (_cipher is not null)
        {
            CallbackSignature
                .Verify(fields["MsgSignature"], Token, fields["TimeStamp"], fields["Nonce"], fields["Encrypt"])
                .ShouldBeTrue();
            _cipher.TryDecrypt(fields["Encrypt"], out var xml).ShouldBeTrue();
            CallbackXml.TryRead(xml, out fields).ShouldBeTrue(xml);
        }
        fields["ToUserName"].ShouldStartWith("o");
        fields["FromUserName"].ShouldBe("gh_a");
        Encoding.UTF8.GetByteCount(fields["Content"]).ShouldBeLessThanOrEqualTo(OfficialWriter.LongestText);
        return fields["Content"];
    }

    private string Timestamp() => Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
