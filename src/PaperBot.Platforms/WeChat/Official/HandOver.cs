using System.Text;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Hands waiting answers over, oldest first, as many as fit into a message. What is on its way with one push is not given
/// to another; it is struck off when the platform took it, and waits again when the platform had hung up.
/// </summary>
internal sealed class HandOver(WaitingAnswers waiting) : IDisposable
{
    /// <summary>What stands between two answers in one message.</summary>
    public const string Between = "\n\n————\n\n";

    private readonly Dictionary<string, Handed> _onTheWay = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _door = new(1);

    public void Dispose() => _door.Dispose();

    public async Task<bool> HasAnyAsync(string openId, CancellationToken cancellationToken) =>
        (await waiting.ReadAsync(openId, cancellationToken)).Count > 0;

    /// <summary>What to say now; null when nothing is ready. A push that comes again is told the same.</summary>
    public async Task<Handed?> TakeAsync(OfficialMessage message, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            if (_onTheWay.TryGetValue(message.Key, out var same))
                return same;
            var busy = _onTheWay
                .Values.Where(handed => handed.OpenId == message.OpenId)
                .SelectMany(handed => handed.Taken)
                .Select(taken => taken.Answer.Id)
                .ToHashSet();
            var answers = await waiting.ReadAsync(message.OpenId, cancellationToken);
            if (Fill(message, [.. answers.Where(answer => !busy.Contains(answer.Id))]) is not { } filled)
                return null;
            _onTheWay[message.Key] = filled;
            return filled;
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
                await waiting.StrikeAsync(handed.OpenId, answer, parts, cancellationToken);
            _onTheWay.Remove(handed.Key);
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

    private static Handed? Fill(OfficialMessage message, List<WaitingAnswer> answers)
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
        return new Handed(message.Key, message.OpenId, taken, left);
    }
}
