using System.Globalization;
using PaperBot.Testing.WeChat.Server;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Testing.WeChat.Campaigns;

/// <summary>
/// Many conversations at once on every door, with random delays: in WeCom's groups and direct chats, in a verified and an
/// unverified account; some with a second question within a second, some that take <see cref="Longest"/>, some while the
/// model is down. Each question's answer must stand once.
/// </summary>
public sealed class WeChatConversations(WeChatServer server, int seed)
{
    private const int Groups = 60;
    private const string DownWord = "正在重启";

    private static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private int _questions;
    private int _once;
    private int _twice;
    private int _never;

    /// <summary>How long a slow answer takes, in seconds.</summary>
    public double Longest { get; init; } = 40;

    /// <summary>How many talk at once.</summary>
    public int AtOnce { get; init; } = 100;

    /// <summary>Runs so many conversations.</summary>
    public async Task<ConversationCounts> RunAsync(int count, CancellationToken cancellationToken)
    {
        // Before the bot has dialled in, WeCom tells people that it is not there.
        while (!server.WeCom.IsConnected)
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        for (var i = 0; i < Groups; i++)
            server.WeCom.AddGroup(Name("wr-campaign", i), Name("group", i));
        // The account is verified in the first half and not in the second.
        foreach (var isVerified in (bool[])[true, false])
        {
            server.Official.IsVerified = isVerified;
            var from = isVerified ? 0 : count / 2;
            var to = isVerified ? count / 2 : count;
            await Parallel.ForEachAsync(
                Enumerable.Range(from, to - from),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (number, token) => await TalkAsync(number, token)
            );
        }
        var silent = server.Official.Users.Sum(user => user.Lines.Count(line => line.Way == "failed"));
        return new ConversationCounts(count, _questions, _once, _twice, _never, silent);
    }

    private async Task TalkAsync(int number, CancellationToken cancellationToken)
    {
        var random = new Random((seed * 1_000_003) + number);
        var questions = random.NextDouble() < 0.3 ? 2 : 1;
        var lines = Enumerable.Range(0, questions).Select(q => Question(random, Name($"q{number}x", q))).ToList();
        Interlocked.Add(ref _questions, questions);
        var said =
            number % 2 == 0
                ? await TalkInWeComAsync(number, random, lines, cancellationToken)
                : await TalkWithAccountAsync(number, random, lines, cancellationToken);
        foreach (var (_, mark, isDown) in lines)
            Count(said.Count(text => IsAnswer(text, mark, isDown)), isDown ? lines.Count(line => line.IsDown) : 1);
    }

    private async Task<IReadOnlyList<string>> TalkInWeComAsync(
        int number,
        Random random,
        List<(string Line, string Mark, bool IsDown)> lines,
        CancellationToken cancellationToken
    )
    {
        var user = Name("member", number);
        var chat =
            random.NextDouble() < 0.5
                ? server.WeCom.Find(Name("wr-campaign", number % Groups))!
                : server.WeCom.DirectChat(user);
        var asked = new List<SimMessage>();
        foreach (var (line, _, _) in lines)
        {
            asked.Add(server.WeCom.Say(user, chat, line));
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble()), TimeProvider.System, cancellationToken);
        }
        IReadOnlyList<string> Said()
        {
            lock (server.WeCom.Gate)
                return
                [
                    .. chat
                        .Messages.Where(m => m is { Author: null, IsWhole: true })
                        .Where(m => m.Answers is null || asked.Any(question => question.Id == m.Answers))
                        .Select(m => m.Text),
                ];
        }
        return await UntilAnsweredAsync(Said, lines, null, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> TalkWithAccountAsync(
        int number,
        Random random,
        List<(string Line, string Mark, bool IsDown)> lines,
        CancellationToken cancellationToken
    )
    {
        var openId = Name("o-person", number);
        var user = server.Official.UserOf(openId);
        var isVerified = server.Official.IsVerified;
        var pushes = new List<Task>();
        foreach (var (line, _, _) in lines)
        {
            pushes.Add(server.Official.SayAsync(openId, line, cancellationToken));
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble()), TimeProvider.System, cancellationToken);
        }
        await Task.WhenAll(pushes);
        IReadOnlyList<string> Said()
        {
            lock (server.Official.Gate)
                return [.. user.Lines.Where(line => line.Author is null).Select(line => line.Text)];
        }
        // Without customer-service messages the person asks again from time to time.
        return await UntilAnsweredAsync(
            Said,
            lines,
            isVerified ? null : () => server.Official.SayAsync(openId, "好了吗", cancellationToken),
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<string>> UntilAnsweredAsync(
        Func<IReadOnlyList<string>> said,
        List<(string Line, string Mark, bool IsDown)> lines,
        Func<Task>? poll,
        CancellationToken cancellationToken
    )
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Ceiling)
        {
            if (lines.All(line => said().Any(text => IsAnswer(text, line.Mark, line.IsDown))))
                break;
            await Task.Delay(poll is null ? Look : Look * 20, TimeProvider.System, cancellationToken);
            if (poll is not null)
                await poll();
        }
        // What comes twice comes a little later.
        await Task.Delay(Look * 30, TimeProvider.System, cancellationToken);
        return said();
    }

    private (string Line, string Mark, bool IsDown) Question(Random random, string mark)
    {
        var chance = random.NextDouble();
        if (chance < 0.05)
            return ($"/慢 down {mark}", mark, true);
        var seconds =
            chance < 0.15 ? Longest
            : chance < 0.6 ? random.NextDouble()
            : random.NextDouble() * Math.Min(12, Longest);
        return (string.Create(CultureInfo.InvariantCulture, $"/慢 {seconds:0.00} {mark}"), mark, false);
    }

    /// <summary>One message may hold several answers; an answer stands in one message.</summary>
    private static bool IsAnswer(string text, string mark, bool isDown) =>
        isDown
            ? text.Contains(DownWord, StringComparison.Ordinal)
            : text.Contains(SlowHandler.AnswerTo(mark), StringComparison.Ordinal);

    private void Count(int seen, int wanted)
    {
        if (seen == 0)
            Interlocked.Increment(ref _never);
        else if (seen <= wanted)
            Interlocked.Increment(ref _once);
        else
            Interlocked.Increment(ref _twice);
    }

    private static string Name(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");
}
