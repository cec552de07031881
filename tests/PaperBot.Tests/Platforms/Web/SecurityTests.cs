using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using PaperBot.Core.Replies;
using PaperBot.Platforms.Web;
using PaperBot.Platforms.Web.Security;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Platforms.Web;

public sealed class SecurityTests
{
    private const string Key = "a very long access key";

    private static readonly Dictionary<string, string?> WithKey = new() { ["Web:AccessKey"] = Key };

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5080")]
    [InlineData("localhost.evil.example")]
    public async Task A_foreign_name_is_not_answered(string host)
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Host = host;

        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task A_name_that_is_configured_is_answered()
    {
        await using var page = await WebPage.StartAsync(new() { ["Web:Hosts:0"] = "papers.example" });
        using var client = new PageClient(page.Url);
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Host = "papers.example";

        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_sites_requests_change_and_read_nothing()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);

        using var foreign = await client.PostAsync("api/chats/chat-0001/clear", new { }, "https://evil.example");
        using var opaque = await client.PostAsync("api/chats/chat-0001/clear", new { }, "null");
        using var form = new HttpRequestMessage(HttpMethod.Post, "api/chats/chat-0001/clear");
        form.Headers.TryAddWithoutValidation("Origin", client.Origin);
        form.Content = new StringContent("{}", System.Text.Encoding.UTF8, "text/plain");
        using var plain = await client.SendAsync(form);
        using var silent = await client.SendAsync(new(HttpMethod.Post, "api/logout"));
        using var crossRead = new HttpRequestMessage(HttpMethod.Get, "api/chats");
        crossRead.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
        using var read = await client.SendAsync(crossRead);
        using var own = await client.PostAsync("api/chats/chat-0001/clear", new { });

        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        opaque.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        plain.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        silent.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        read.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        own.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("assets/app.css")]
    [InlineData("api/start")]
    [InlineData("api/chats/x")]
    [InlineData("nowhere")]
    public async Task Every_answer_carries_the_policy_and_no_server_name(string path)
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);

        using var response = await client.GetAsync(path);

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(SecurityHeaders.Policy);
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task With_an_access_key_nothing_is_told_before_the_login_and_each_login_is_a_person_of_its_own()
    {
        await using var page = await WebPage.StartAsync(WithKey);
        using var one = new PageClient(page.Url);
        using var two = new PageClient(page.Url);

        using var before = await one.WriteAsync("message-0001", "hello");
        var start = await one.ReadAsync("api/start?lang=en");
        using var wrong = await one.PostAsync("api/login?lang=en", new { key = "wrong" });
        using var login = await one.PostAsync("api/login", new { key = Key });
        using var otherLogin = await two.PostAsync("api/login", new { key = Key });
        using (await one.WriteAsync("message-0001", "hello")) { }
        using (await two.WriteAsync("message-0002", "hello")) { }
        await ChatTests.Eventually(() => page.Router.Asked.Count == 2);

        before.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PageClient.JsonOf(before)).GetProperty("message").GetString().ShouldBe("Please log in first.");
        start.TryGetProperty("person", out _).ShouldBeFalse();
        start.GetProperty("commands").GetArrayLength().ShouldBe(0);
        wrong.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        login.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var cookie = login.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        page.Router.Asked.Select(incoming => incoming.Person.Id).Distinct().Count().ShouldBe(2);
        page.Router.Asked.ShouldNotContain(incoming => incoming.Person.Id.Key == "local");
        (await two.TurnsAsync()).GetProperty("turns").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_login_survives_a_restart_and_ends_with_logging_out()
    {
        var folder = Directory.CreateTempSubdirectory("paperbot-web").FullName;
        string cookie;
        await using (var page = await WebPage.StartAsync(WithKey, folder: folder))
        {
            using var client = new PageClient(page.Url);
            using var login = await client.PostAsync("api/login", new { key = Key });
            cookie = login.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            using var logout = await client.PostAsync("api/logout", new { });
            logout.Headers.GetValues("Set-Cookie").Single().ShouldContain("paperbot=;");
        }
        await using var again = await WebPage.StartAsync(WithKey, folder: folder);
        using var returning = new PageClient(again.Url);
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/start");
        request.Headers.Add("Cookie", cookie);

        using var response = await returning.SendAsync(request);

        (await PageClient.JsonOf(response)).GetProperty("person").GetString()!.Length.ShouldBe(32);
    }

    [Fact]
    public void A_token_is_good_until_its_end_and_under_its_own_key_only()
    {
        var time = new ManualTimeProvider();
        var options = new WebOptions { AccessKey = Key, LoginDays = 2 };
        var tokens = new SessionToken(Options.Create(options), time);
        var other = new SessionToken(Options.Create(new WebOptions { AccessKey = Key + "!" }), time);
        var token = tokens.Issue();

        tokens.TryRead(token, out var id).ShouldBeTrue();
        id!.Length.ShouldBe(32);
        other.TryRead(token, out _).ShouldBeFalse();
        for (var i = 0; i < token.Length; i++)
            tokens.TryRead(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..], out _).ShouldBeFalse();
        tokens.TryRead(token[..^1], out _).ShouldBeFalse();
        tokens.TryRead(new string('a', 10_000), out _).ShouldBeFalse();
        time.Advance(TimeSpan.FromDays(2));
        tokens.TryRead(token, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Guessing_the_key_is_stopped_even_for_the_right_one()
    {
        await using var page = await WebPage.StartAsync(WithKey);
        using var client = new PageClient(page.Url);
        for (var i = 0; i < LoginThrottle.MostByAddress; i++)
            using (await client.PostAsync("api/login", new { key = "wrong" })) { }

        using var response = await client.PostAsync("api/login?lang=en", new { key = Key });

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeLessThanOrEqualTo(LoginThrottle.Window);
        (await PageClient.JsonOf(response)).GetProperty("message").GetString()!.ShouldStartWith("Too many attempts");
    }

    [Fact]
    public void The_throttle_counts_networks_and_forgets_after_a_minute()
    {
        var time = new ManualTimeProvider();
        var throttle = new LoginThrottle(time);
        for (var i = 0; i < LoginThrottle.MostByAddress; i++)
            throttle.Failed(IPAddress.Parse("2001:db8::" + i));

        throttle.Wait(IPAddress.Parse("2001:db8::ffff")).ShouldNotBeNull();
        throttle.Wait(IPAddress.Parse("2001:db9::1")).ShouldBeNull();
        throttle.Wait(IPAddress.Parse("192.0.2.1")).ShouldBeNull();
        time.Advance(LoginThrottle.Window);
        throttle.Wait(IPAddress.Parse("2001:db8::1")).ShouldBeNull();
    }

    [Fact]
    public void The_throttle_bounds_attempts_from_everywhere()
    {
        var throttle = new LoginThrottle(new ManualTimeProvider());
        for (var i = 0; i < LoginThrottle.MostInAll; i++)
            throttle.Failed(new IPAddress([192, 0, 2, (byte)i]));

        throttle.Wait(IPAddress.Parse("198.51.100.1")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "", "Web:AccessKey must be set")]
    [InlineData("http://*:0", "", "Web:AccessKey must be set")]
    [InlineData("http://*:0", "short", "Web:AccessKey must have at least 16")]
    [InlineData("http://192.0.2.1:80", "", "Web:AccessKey must be set")]
    [InlineData("https://localhost:5080", "", "Web:Url is")]
    [InlineData("http://papers.example:80", Key, "Web:Url is")]
    [InlineData("nonsense", "", "Web:Url is")]
    public async Task What_would_be_open_to_others_does_not_start(string url, string key, string sentence)
    {
        var settings = new Dictionary<string, string?> { ["Web:Url"] = url, ["Web:AccessKey"] = key };

        var refused = await Should.ThrowAsync<OptionsValidationException>(() => WebPage.StartAsync(settings));

        refused.Message.ShouldContain(sentence);
    }

    [Fact]
    public async Task Behind_the_public_listener_only_what_is_public_answers()
    {
        var settings = new Dictionary<string, string?> { ["Public:Listen"] = "http://127.0.0.1:0" };
        await using var page = await WebPage.StartAsync(
            settings,
            map: app =>
            {
                app.MapPublic().MapGet("/callback", () => "called");
                app.MapGet("/metrics", () => "secret");
            }
        );
        using var inside = new PageClient(new Uri(page.Addresses[0]));
        using var outside = new PageClient(new Uri(page.Addresses[1]));

        foreach (var path in (string[])["", "metrics", "api/start", "api/chats"])
        {
            using var shut = await outside.GetAsync(path);
            shut.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            using var open = await inside.GetAsync(path);
            open.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
        // The pages of papers stand behind both doors and need their files.
        using var style = await outside.GetAsync("assets/paper.css");
        style.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var callback = await outside.GetAsync("callback");
        callback.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var notHere = await inside.GetAsync("callback");
        notHere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Too_long_too_large_and_unreadable_messages_get_one_sentence()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);

        using var tooLong = await client.WriteAsync("message-0001", new string('a', 20_001));
        using var tooLarge = await client.WriteAsync("message-0001", new string('a', 1_000_000));
        using var empty = await client.WriteAsync("message-0001", " \u0000\u0007 ");
        using var broken = new HttpRequestMessage(HttpMethod.Post, "api/chats/chat-0001/messages?lang=en");
        broken.Headers.TryAddWithoutValidation("Origin", client.Origin);
        broken.Content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        using var unreadable = await client.SendAsync(broken);

        await Says(tooLong, 413, "A message may have at most 20,000 characters; please shorten it.");
        await Says(tooLarge, 413, "This is too much at once; please send less.");
        await Says(empty, 400, "Please write something first.");
        await Says(unreadable, 400, "The page sent something that cannot be read; please reload it.");
        page.Router.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hostile_text_arrives_without_control_characters_and_is_shown_as_text()
    {
        const string Hostile = "a\u0000b\u202Ec <script>alert(1)</script>";
        await using var page = await WebPage.StartAsync();
        page.Router.On(
            "ab\u202Ec <script>alert(1)</script>",
            Reply.Of(
                new Card("c") { Title = "<img src=x onerror=alert(1)> \u202E", Markdown = "<script>alert(1)</script>" }
            )
        );
        using var client = new PageClient(page.Url);
        using var events = await client.FollowAsync();

        using var sent = await client.WriteAsync("message-0001", Hostile);
        var turn = await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));

        var card = turn.Data.GetProperty("cards")[0];
        card.GetProperty("title").GetString().ShouldBe("&lt;img src=x onerror=alert(1)&gt; \u202E");
        card.GetProperty("html").GetString().ShouldBe("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    }

    [Fact]
    public async Task Another_visitors_chat_cannot_be_named()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);

        foreach (
            var name in (string[])["other.chat-0001", "..%2Fchat-0001", "short", new string('a', 65), "chat%000001"]
        )
        {
            using var response = await client.GetAsync($"api/chats/{name}");
            ((int)response.StatusCode).ShouldBeInRange(400, 404, name);
        }
    }

    private static async Task Says(HttpResponseMessage response, int status, string sentence)
    {
        ((int)response.StatusCode).ShouldBe(status);
        (await PageClient.JsonOf(response)).GetProperty("message").GetString().ShouldBe(sentence);
    }
}
