namespace PaperBot.Platforms.WeChat.WeCom.Posting;

/// <summary>
/// What WeCom allows for each chat, answers and posts together: 30 messages a minute and 1,000 an hour. Progress may use
/// half of it, so that there is always room for answers.
/// </summary>
internal sealed class ChatBudget(TimeProvider time)
{
    public const int PerMinute = 30;
    public const int PerHour = 1_000;

    private const int MostChats = 10_000;

    private readonly Dictionary<string, Queue<DateTimeOffset>> _spent = new(StringComparer.Ordinal);

    /// <summary>Spends one for progress; false when it must be left out.</summary>
    public bool TryProgress(string chat) => Take(chat, PerMinute / 2, PerHour / 2) is null;

    /// <summary>Spends one; null when it was granted, else how long to wait.</summary>
    public TimeSpan? TryAnswer(string chat) => Take(chat, PerMinute, PerHour);

    /// <summary>Spends one as soon as there is room.</summary>
    public async Task AnswerAsync(string chat, CancellationToken cancellationToken)
    {
        while (TryAnswer(chat) is { } wait)
            await Task.Delay(wait, time, cancellationToken);
    }

    private TimeSpan? Take(string chat, int perMinute, int perHour)
    {
        var now = time.GetUtcNow();
        lock (_spent)
        {
            if (_spent.Count > MostChats)
                foreach (var idle in _spent.Where(pair => IsOver(pair.Value, now)).Select(pair => pair.Key).ToList())
                    _spent.Remove(idle);
            if (!_spent.TryGetValue(chat, out var spent))
                _spent[chat] = spent = new Queue<DateTimeOffset>();
            while (spent.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromHours(1))
                spent.Dequeue();
            if (spent.Count >= perHour)
                return spent.ElementAt(spent.Count - perHour) + TimeSpan.FromHours(1) - now;
            var lastMinute = spent.Count(at => now - at < TimeSpan.FromMinutes(1));
            if (lastMinute >= perMinute)
                return spent.ElementAt(spent.Count - perMinute) + TimeSpan.FromMinutes(1) - now;
            spent.Enqueue(now);
            return null;
        }
    }

    private static bool IsOver(Queue<DateTimeOffset> spent, DateTimeOffset now) =>
        spent.All(at => now - at >= TimeSpan.FromHours(1));
}
