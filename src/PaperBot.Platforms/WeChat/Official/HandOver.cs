using System.Text;

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

    private readonly Dictionary<string, Handed> _onTheWay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Handed Handed, DateTimeOffset At)> _arrived = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _door = new(1);

    public void Dispose() => _door.Dispose();

    public async Task<bool> HasAnyAsync(string openId, CancellationToken cancellationToken) =>
        (await waiting.ReadAsync(openId, cancellationToken)).Any(answer => answer.Parts.Count > 0);

    /// <summary>What to say now; null when nothing is ready. A push that comes again is told the same.</summary>
    public async Task<Handed?> TakeAsync(OfficialMessage message, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            Sweep();
            // A try that comes again shows that the answer to the one before did not arrive.
            if (_onTheWay.TryGetValue(message.Key, out var same))
                return same;
            if (_arrived.TryGetValue(message.Key, out var before))
                return before.Handed;
            var answers = await FreeAsync(message.OpenId, cancellationToken);
            if (Fill(message.Key, message.OpenId, answers) is not { } filled)
                return null;
            _onTheWay[message.Key] = filled;
            return filled;
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
            if (_onTheWay.ContainsKey(key))
                return null;
            var answers = await FreeAsync(openId, cancellationToken);
            var taken = Fill(key, openId, answers);
            if (taken is null && answers.FirstOrDefault(answer => answer.Pictures.Count > 0) is { } drawn)
                taken = new Handed(key, openId, [(drawn, 0)], 0) { Picture = drawn.Pictures[0] };
            if (taken is not null)
                _onTheWay[key] = taken;
            return taken;
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
            if (!_onTheWay.ContainsKey(handed.Key))
                return;
            foreach (var (answer, parts) in handed.Taken)
                await waiting.StrikeAsync(
                    handed.OpenId,
                    answer,
                    parts,
                    handed.Picture is null ? 0 : 1,
                    cancellationToken
                );
            _onTheWay.Remove(handed.Key);
            if (_arrived.Count < MostArrived && !handed.Key.StartsWith(PushKey, StringComparison.Ordinal))
                _arrived[handed.Key] = (handed, time.GetUtcNow());
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>The platform had hung up.</summary>
    public async Task LostAsync(Handed handed, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        _onTheWay.Remove(handed.Key);
        _door.Release();
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
        var busy = _onTheWay
            .Values.Where(handed => handed.OpenId == openId)
            .SelectMany(handed => handed.Taken)
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
}
