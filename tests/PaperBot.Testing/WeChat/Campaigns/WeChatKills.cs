using System.Globalization;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Processes;
using PaperBot.Testing.WeChat.Official;
using PaperBot.Testing.WeChat.Server;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Testing.WeChat.Campaigns;

/// <summary>
/// The real host is killed (<c>kill -9</c>) between the platform's first and second try of some people's pushes, and in
/// the middle of other people's streamed replies, and started again: each question's answer must stand once, whole.
/// </summary>
public sealed class WeChatKills(WeChatServer server, ArxivSimulator arxiv, HostProcess host, int seed)
{
    private static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Random _random = new(seed);

    /// <summary>What a host needs to be killed here.</summary>
    public static Dictionary<string, string> Settings(WeChatServer server, ArxivSimulator arxiv, int port)
    {
        var (wecom, official) = (server.WeCom, server.Official);
        return new Dictionary<string, string>
        {
            ["WeChat:WeCom:BotId"] = wecom.BotId,
            ["WeChat:WeCom:Secret"] = wecom.Secret,
            ["WeChat:WeCom:Url"] = server.SocketUrl.ToString(),
            ["WeChat:Official:AppId"] = official.AppId,
            ["WeChat:Official:Secret"] = official.Secret,
            ["WeChat:Official:Token"] = official.Token,
            ["WeChat:Official:EncodingAesKey"] = official.EncodingAesKey,
            ["WeChat:Official:ApiUrl"] = server.Url.ToString(),
            ["Public:Listen"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["Arxiv:ApiUrl"] = arxiv.ApiUrl.ToString(),
            ["Arxiv:FeedUrl"] = arxiv.FeedUrl.ToString(),
            ["Arxiv:SiteUrl"] = arxiv.Address.ToString(),
            ["Arxiv:Interval"] = "00:00:00.02",
            ["Requests:Lease"] = "00:00:02",
            ["Limits:Person:0:Count"] = "100000",
            ["Limits:Person:1:Count"] = "100000",
            ["Limits:Person:2:Count"] = "100000",
            ["Limits:Place:0:Count"] = "100000",
        };
    }

    /// <summary>
    /// What stood in the chats whose question was not answered once, and what the host wrote, for whoever looks into it.
    /// </summary>
    public List<string> Troubles { get; } = [];

    /// <summary>Kills once while so many people wait on each door.</summary>
    /// <returns>What became of the pushes and of the streams.</returns>
    public async Task<(ConversationCounts Pushes, ConversationCounts Streams)> RunAsync(
        int round,
        int people,
        CancellationToken cancellationToken
    )
    {
        await UntilAsync(() => server.WeCom.IsConnected, cancellationToken);
        arxiv.Faults.Always(ArxivFaults.Known["stall"]);
        var pushed = new List<(OfficialUser User, string Paper, Task Push)>();
        var streamed = new List<(SimChat Chat, string Paper)>();
        for (var i = 0; i < people; i++)
        {
            var person = (round * people) + i;
            var user = server.Official.UserOf(Name("o-killed", person));
            var paper = PaperOf((2 * person) + 1);
            pushed.Add((user, paper, server.Official.SayAsync(user.OpenId, paper, cancellationToken)));
            var chat = server.WeCom.AddGroup(Name("wr-killed", person), Name("killed", person));
            var other = PaperOf((2 * person) + 2);
            server.WeCom.Say("lihua", chat, other);
            streamed.Add((chat, other));
        }
        // Every stream has begun, and no push has been tried twice yet.
        await UntilAsync(() => streamed.All(s => Said(s.Chat).Any(m => !m.IsWhole)), cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(_random.NextDouble()), TimeProvider.System, cancellationToken);
        await host.KillAsync();
        arxiv.Faults.Always(null);
        await host.StartAsync();

        await UntilAsync(
            () =>
                streamed.All(s => Said(s.Chat).Any(m => IsWhole(m, s.Paper)))
                && pushed.All(p => Answers(p.User, p.Paper) > 0),
            cancellationToken
        );
        await Task.WhenAll(pushed.Select(p => p.Push));
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
        lock (server.Official.Gate)
            Troubles.AddRange(pushed.Where(p => Answers(p.User, p.Paper) != 1).Select(p => Chat(p.User)));
        if (Troubles.Count > 0)
            Troubles.Add(host.Output);
        return (
            Counts([.. pushed.Select(p => Answers(p.User, p.Paper))], pushed.Sum(p => Silent(p.User))),
            Counts(
                [.. streamed.Select(s => Said(s.Chat).Count(m => IsWhole(m, s.Paper)))],
                streamed.Count(s => Said(s.Chat).Any(m => !m.IsWhole))
            )
        );
    }

    private static string Chat(OfficialUser user) =>
        string.Join(" | ", user.Lines.Select(line => $"{line.At:HH:mm:ss.f} {line.Way}: {line.Text}"));

    private List<SimMessage> Said(SimChat chat)
    {
        lock (server.WeCom.Gate)
            return [.. chat.Messages.Where(m => m.Author is null)];
    }

    private static bool IsWhole(SimMessage message, string paper) =>
        message is { IsWhole: true, Kind: "stream" or "markdown" } && IsCard(message.Text, paper);

    private int Answers(OfficialUser user, string paper)
    {
        lock (server.Official.Gate)
            return user.Lines.Count(line => line.Author is null && IsCard(line.Text, paper));
    }

    private int Silent(OfficialUser user)
    {
        lock (server.Official.Gate)
            return user.Lines.Count(line => line.Way == "failed");
    }

    /// <summary>A card shows the paper's link, whichever version.</summary>
    private static bool IsCard(string text, string paper) =>
        text.Contains("arxiv.org/abs/" + paper, StringComparison.Ordinal);

    private static ConversationCounts Counts(IReadOnlyList<int> answers, int silent) =>
        new(
            answers.Count,
            answers.Count,
            answers.Count(n => n == 1),
            answers.Count(n => n > 1),
            answers.Count(n => n == 0),
            silent
        );

    private static async Task UntilAsync(Func<bool> look, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!look() && TimeProvider.System.GetElapsedTime(began) < Ceiling)
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
    }

    private static string PaperOf(int number) => string.Create(CultureInfo.InvariantCulture, $"2401.{number:00000}");

    private static string Name(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");
}
