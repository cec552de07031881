namespace PaperBot.Discord.Rest.Limits;

/// <summary>
/// Stops before Discord bans the address. See
/// <see href="https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans">topics/rate
/// limits: invalid request limit</see>.
/// </summary>
internal sealed class InvalidRequestGuard(TimeProvider time, int limit)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<long> _seen = new();
    private bool _tokenRefused;

    /// <summary>Invalid answers in the last ten minutes.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                Forget();
                return _seen.Count;
            }
        }
    }

    /// <summary>Counts a 401, a 403 or a 429 that is not of a shared resource.</summary>
    public void Add()
    {
        lock (_gate)
        {
            Forget();
            _seen.Enqueue(time.GetTimestamp());
        }
    }

    /// <summary>Ends everything that would go with the bot's token.</summary>
    public void RefuseToken()
    {
        lock (_gate)
            _tokenRefused = true;
    }

    /// <exception cref="DiscordStoppedException">Nothing may be sent now.</exception>
    public void ThrowIfStopped(Route route)
    {
        lock (_gate)
        {
            if (_tokenRefused && !route.ByToken)
                throw new DiscordStoppedException(
                    "Discord refused the bot's token; nothing is sent with it again.",
                    null
                );
            Forget();
            if (_seen.Count < limit)
                return;
            var free = Window - time.GetElapsedTime(_seen.Peek());
            throw new DiscordStoppedException($"{limit} invalid requests in ten minutes: sending stops.", free);
        }
    }

    private void Forget()
    {
        while (_seen.TryPeek(out var at) && time.GetElapsedTime(at) >= Window)
            _seen.Dequeue();
    }
}
