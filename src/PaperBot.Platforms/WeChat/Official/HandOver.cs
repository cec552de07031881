using System.Text;
using PaperBot.Core.Outcomes;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Hands waiting answers over, oldest first, as many as fit into a message. What is on its way with one push is not given
/// to another; it is struck off when the platform took it, and waits again when the platform had hung up.
/// </summary>
internal sealed class HandOver(WaitingAnswers waiting, TimeProvider time) : IDisposable
{
    /// <summary>What stands between two answers in one message.</summary>
    public const string Between = "\n\n————\n\n";

    private const string PushKey = "push/";
    private const int MostArrived = 5_000;

    // Longer than the three tries of the platform.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Way> _onTheWay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Handed Handed, DateTimeOffset At)> _arrived = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsure = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _door = new(1);

    public void Dispose() => _door.Dispose();

    public async Task<bool> HasAnyAsync(string openId, CancellationToken cancellationToken) =>
        (await waiting.ReadAsync(openId, cancellationToken)).Any(answer => answer.Parts.Count > 0);

    /// <summary>What to say now; null when nothing is ready. A push that comes again is told the same.</summary>
    /// <param name="message">The push.</param>
    /// <param name="isAsked">Whether the person asks for the rest of an answer: another question is answered first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Handed?> TakeAsync(OfficialMessage message, bool isAsked, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            Sweep();
            // A try that comes again shows that the answer to the one before did not arrive.
            if (_onTheWay.TryGetValue(message.Key, out var same))
            {
                same.Takers++;
                return same.Handed;
            }
            if (_arrived.TryGetValue(message.Key, out var before))
                return before.Handed;
            var answers = await FreeAsync(message.OpenId, cancellationToken);
            var wanted = answers.Where(answer => isAsked || !answer.IsBegun).ToList();
            return Begin(Fill(message.Key, message.OpenId, wanted));
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>What to send without being asked: the oldest text, or the oldest picture where no text is left.</summary>
    public async Task<Handed?> TakeForPushAsync(string openId, CancellationToken cancellationToken)
    {
        var key = PushKey + openId;
        await _door.WaitAsync(cancellationToken);
        try
        {
            var answers = await FreeAsync(openId, cancellationToken);
            if (_onTheWay.ContainsKey(key))
                return null;
            var taken = Fill(key, openId, answers);
            if (taken is null && answers.FirstOrDefault(answer => answer.Pictures.Count > 0) is { } drawn)
                taken = new Handed(key, openId, [(drawn, 0)], 0) { Picture = drawn.Pictures[0] };
            return Begin(taken);
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>The platform took it.</summary>
    public async Task ArrivedAsync(Handed handed, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            if (!_onTheWay.TryGetValue(handed.Key, out var way) || way.HasArrived)
                return;
            way.HasArrived = true;
            await StrikeAsync(way, cancellationToken);
        }
        catch (StorageException)
        {
            // It stays on its way, so that nobody gets it once more, and is struck off before the next is taken.
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>The platform did not take it, or nobody knows.</summary>
    /// <param name="handed">What was on its way.</param>
    /// <param name="unsure">True when it may be there all the same.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LostAsync(Handed handed, bool unsure, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            if (_onTheWay.TryGetValue(handed.Key, out var way) && --way.Takers <= 0 && !way.HasArrived)
            {
                _onTheWay.Remove(handed.Key);
                if (unsure)
                    _unsure.UnionWith(handed.Taken.Select(taken => taken.Answer.Id));
            }
        }
        finally
        {
            _door.Release();
        }
    }

    private Handed? Begin(Handed? handed)
    {
        if (handed is null)
            return null;
        handed = handed with { IsAgain = handed.Taken.Any(taken => _unsure.Contains(taken.Answer.Id)) };
        _onTheWay[handed.Key] = new Way(handed);
        return handed;
    }

    private async Task StrikeAsync(Way way, CancellationToken cancellationToken)
    {
        var handed = way.Handed;
        for (; way.Struck < handed.Taken.Count; way.Struck++)
        {
            var (answer, parts) = handed.Taken[way.Struck];
            var pictures = handed.Picture is null ? 0 : 1;
            await waiting.StrikeAsync(handed.OpenId, answer, parts, pictures, cancellationToken);
            _unsure.Remove(answer.Id);
        }
        _onTheWay.Remove(handed.Key);
        if (_arrived.Count < MostArrived && !handed.Key.StartsWith(PushKey, StringComparison.Ordinal))
            _arrived[handed.Key] = (handed, time.GetUtcNow());
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var old in _arrived.Where(pair => now - pair.Value.At > Kept).Select(pair => pair.Key).ToList())
            _arrived.Remove(old);
    }

    /// <summary>What waits and is not on its way.</summary>
    private async Task<List<WaitingAnswer>> FreeAsync(string openId, CancellationToken cancellationToken)
    {
        var ways = _onTheWay.Values.Where(way => way.Handed.OpenId == openId).ToList();
        foreach (var arrived in ways.Where(way => way.HasArrived))
            await StrikeAsync(arrived, cancellationToken);
        var busy = ways.Where(way => !way.HasArrived)
            .SelectMany(way => way.Handed.Taken)
            .Select(taken => taken.Answer.Id)
            .ToHashSet();
        var answers = await waiting.ReadAsync(openId, cancellationToken);
        return [.. answers.Where(answer => !busy.Contains(answer.Id))];
    }

    private static Handed? Fill(string key, string openId, List<WaitingAnswer> answers)
    {
        var taken = new List<(WaitingAnswer, int)>();
        var size = 0;
        var full = false;
        foreach (var answer in answers.TakeWhile(_ => !full))
        {
            var parts = 0;
            foreach (var part in answer.Parts)
            {
                var length = Encoding.UTF8.GetByteCount(part) + (size > 0 ? Encoding.UTF8.GetByteCount(Between) : 0);
                full = size + length > OfficialWriter.LongestPart;
                if (full)
                    break;
                size += length;
                parts++;
            }
            if (parts > 0)
                taken.Add((answer, parts));
        }
        if (taken.Count == 0)
            return null;
        var left = answers.Sum(answer => answer.Parts.Count) - taken.Sum(t => t.Item2);
        return new Handed(key, openId, taken, left);
    }

    /// <summary>What goes out with a push, from when it is taken until it is known what became of it.</summary>
    private sealed class Way(Handed handed)
    {
        public Handed Handed { get; } = handed;

        /// <summary>How many tries of the platform it goes out with just now.</summary>
        public int Takers { get; set; } = 1;

        public bool HasArrived { get; set; }

        /// <summary>How many of its answers were struck off.</summary>
        public int Struck { get; set; }
    }
}
