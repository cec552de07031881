using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// Gives waiting answers by customer-service message, where the account may: five since the person wrote, within 48
/// hours. What the platform does not take waits on for the person's next message.
/// </summary>
internal sealed partial class CustomPush(
    IOptions<OfficialOptions> options,
    OfficialClient client,
    HandOver handOver,
    OfficialWords words,
    OfficialWork work,
    WeChatNotices notices,
    TimeProvider time,
    ILogger<CustomPush> logger
)
{
    /// <summary>So many messages may follow one of the person's.</summary>
    public const int Most = 5;

    // With pauses that double: some twelve minutes.
    private const int Attempts = 8;
    private const int MostPeople = 10_000;

    // Longer than the three tries of the platform.
    private static readonly TimeSpan Unfetched = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    // An account that is not verified today may be tomorrow.
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, int> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _running = new(StringComparer.Ordinal);
    private DateTimeOffset _barredUntil;

    /// <summary>Whether the account may, as far as is known.</summary>
    public bool IsOpen => options.Value.Secret.Length > 0 && time.GetUtcNow() >= _barredUntil;

    /// <summary>Whether it is known that the account may: a secret alone does not say that it is verified.</summary>
    public bool IsProven { get; private set; }

    /// <summary>The person wrote: five messages may follow.</summary>
    public void Heard(string openId)
    {
        if (_given.Count > MostPeople)
            _given.Clear();
        _given.TryRemove(openId, out _);
    }

    /// <summary>Begins to give what waits for a person.</summary>
    public void Begin(string openId)
    {
        if (IsOpen)
            work.TryBegin("customer-service message", token => RunAsync(openId, token));
    }

    /// <summary>
    /// An answer is ready: it is sent at once when the person was told to wait, and after a while when no try of the
    /// platform fetched it.
    /// </summary>
    /// <param name="openId">Whose.</param>
    /// <param name="exchange">Whose push it answers.</param>
    /// <param name="done">Called when it was handed over, or waits for the person: after that no start resumes it.</param>
    public void BeginAfter(string openId, Exchange exchange, Func<Task>? done)
    {
        if (!IsOpen && done is null)
            return;
        work.TryBegin(
            "customer-service message",
            async token =>
            {
                await exchange
                    .WasTold.WaitAsync(Unfetched, time, token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                token.ThrowIfCancellationRequested();
                await RunAsync(openId, token);
                if (done is not null)
                    await done();
            }
        );
    }

    /// <summary>
    /// A try of the platform hung up on what it was to take along. Whoever came to send it meanwhile found it on its way
    /// and went, so that it is begun anew.
    /// </summary>
    public async Task LostAsync(Handed handed)
    {
        await handOver.LostAsync(handed, unsure: false, CancellationToken.None);
        Begin(handed.OpenId);
    }

    /// <summary>Whether what is left behind an answer follows without being asked for.</summary>
    public bool Follows(Handed handed) => IsOpen && handed.Left <= Left(handed.OpenId);

    private async Task RunAsync(string openId, CancellationToken cancellationToken)
    {
        lock (_running)
        {
            // Somebody who comes while one sends leaves word, so that nothing that is ready is missed.
            if (!_running.TryAdd(openId, false))
            {
                _running[openId] = true;
                return;
            }
        }
        try
        {
            do await SendAllAsync(openId, cancellationToken);
            while (IsCalledAgain(openId));
        }
        catch
        {
            // At its end it has gone already, and the place may be another's.
            lock (_running)
                _running.Remove(openId);
            throw;
        }
    }

    private bool IsCalledAgain(string openId)
    {
        lock (_running)
        {
            var isCalled = _running[openId];
            _running[openId] = false;
            if (!isCalled)
                _running.Remove(openId);
            return isCalled;
        }
    }

    private async Task SendAllAsync(string openId, CancellationToken cancellationToken)
    {
        for (var failed = 0; failed < Attempts && IsOpen && Left(openId) > 0; )
        {
            Handed? taken;
            try
            {
                taken = await handOver.TakeForPushAsync(openId, cancellationToken);
            }
            catch (StorageException e)
            {
                // What waits is there still: nobody else would come for it.
                Log.NotRead(logger, e);
                await Task.Delay(Pause * Math.Pow(2, failed++), time, cancellationToken);
                continue;
            }
            if (taken is not { } handed)
                return;
            var code = await SendAsync(openId, handed, cancellationToken);
            if (code == 0)
            {
                IsProven = true;
                _given.AddOrUpdate(openId, 1, (_, given) => given + 1);
                await handOver.ArrivedAsync(handed, CancellationToken.None);
                notices.Forget(WeChatIds.Account);
                continue;
            }
            var isUnsure = code == OfficialCodes.Unknown;
            // A picture that may be there is not sent again: the text beside it stands.
            if (isUnsure && handed.Picture is not null)
                await handOver.ArrivedAsync(handed, CancellationToken.None);
            else
                await handOver.LostAsync(handed, isUnsure, CancellationToken.None);
            if (Ends(openId, code))
                return;
            await Task.Delay(Pause * Math.Pow(2, failed++), time, cancellationToken);
        }
    }

    private async Task<int> SendAsync(string openId, Handed handed, CancellationToken cancellationToken)
    {
        try
        {
            if (handed.Picture is { } picture)
                return await client.SendPictureAsync(openId, picture, cancellationToken);
            // Only the last that the platform takes says that more follows.
            var shown = Left(openId) > 1 ? handed with { Left = 0 } : handed;
            var locale = WeChatLanguage.Of(string.Concat(shown.Answers));
            return await client.SendTextAsync(openId, words.Joined(shown, locale), cancellationToken);
        }
        catch (HttpRequestException e) when (OfficialAnswers.IsUnsent(e))
        {
            return OfficialCodes.Busy;
        }
        catch (Exception e)
            when (e is HttpRequestException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return OfficialCodes.Unknown;
        }
    }

    /// <summary>Whether trying again has no sense.</summary>
    private bool Ends(string openId, int code)
    {
        switch (code)
        {
            case OfficialCodes.Busy:
            case OfficialCodes.Unknown:
                return false;
            case OfficialCodes.TooMany:
            case OfficialCodes.TooLate:
                _given[openId] = Most;
                return true;
            default:
                Log.Refused(logger, code);
                // One person or one message may be refused; the others still get theirs.
                if (OfficialCodes.IsAccounts(code))
                    (_barredUntil, IsProven) = (time.GetUtcNow() + Rest, false);
                else
                    _given[openId] = Most;
                notices.Tell(
                    WeChatIds.Account,
                    FormattableString.Invariant($"refused.{code}"),
                    Message.Of("wechat.custom.refused", ("code", code))
                );
                return true;
        }
    }

    private int Left(string openId) => Most - _given.GetValueOrDefault(openId);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "WeChat refuses customer-service messages with code {Code}.")]
        public static partial void Refused(ILogger logger, int code);

        [LoggerMessage(2, LogLevel.Warning, "Waiting answers could not be read yet.")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
