using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>
/// Dials out and keeps the connection: after a break it comes back with growing, jittered pauses; when another instance
/// took its place it stays away, because two that fight would both lose messages.
/// </summary>
internal sealed partial class WeComService(
    IOptions<WeComOptions> options,
    WeComLink link,
    WeComSeams seams,
    IWeComListener listener,
    WeChatNotices notices,
    TimeProvider time,
    ILogger<WeComService> logger
) : BackgroundService
{
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>The pause after a refusal: the secret may be corrected in the console.</summary>
    public static readonly TimeSpan RefusalPause = TimeSpan.FromMinutes(10);

    private const string Displaced = "displaced";
    private const string Refused = "refused";

    /// <summary>A connection that stood for so long has begun anew.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan DialPatience = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The page and everything else begin without waiting for WeCom.
        await Task.Yield();
        var pause = FirstPause;
        while (true)
        {
            var began = time.GetTimestamp();
            switch (await ConnectAsync(stoppingToken))
            {
                case ConnectionEnd.Displaced:
                    link.Close(displaced: true);
                    Log.Displaced(logger);
                    notices.Tell(WeComIds.Bot, Displaced, Message.Of("wecom.displaced"));
                    return;
                case ConnectionEnd.Refused:
                    pause = RefusalPause;
                    break;
                default:
                    if (time.GetElapsedTime(began) >= Steady)
                        pause = FirstPause;
                    break;
            }
            var wait = pause * (0.5 + (seams.Random.NextDouble() / 2));
            Log.ComingBack(logger, wait);
            await Task.Delay(wait, time, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<ConnectionEnd> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var socket = await DialAsync(cancellationToken);
            var connection = new WeComConnection(socket, time, listener.Take);
            try
            {
                var end = await connection.RunAsync(Subscription(), () => Subscribed(connection), cancellationToken);
                if (end == ConnectionEnd.Refused)
                {
                    Log.Refused(logger, connection.RefusedWith);
                    notices.Tell(WeComIds.Bot, Refused, Message.Of("wecom.refused", ("code", connection.RefusedWith)));
                }
                return end;
            }
            finally
            {
                connection.End();
                link.Close();
            }
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            Log.Unreachable(logger, e.Message);
            return ConnectionEnd.Lost;
        }
    }

    private async Task<IWeComSocket> DialAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(DialPatience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await seams.Dialer.DialAsync(new Uri(options.Value.Url), both.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Nobody answered in time.", e);
        }
    }

    private JsonObject Subscription() => new() { ["bot_id"] = options.Value.BotId, ["secret"] = options.Value.Secret };

    private void Subscribed(WeComConnection connection)
    {
        link.Open(connection);
        notices.Forget(WeComIds.Bot, Displaced, evenBefore: true);
        notices.Forget(WeComIds.Bot, Refused, evenBefore: true);
        Log.Subscribed(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Connected to WeCom.")]
        public static partial void Subscribed(ILogger logger);

        [LoggerMessage(2, LogLevel.Information, "The connection to WeCom ended; the next attempt comes in {Wait}.")]
        public static partial void ComingBack(ILogger logger, TimeSpan wait);

        [LoggerMessage(3, LogLevel.Warning, "WeCom cannot be reached: {Reason}")]
        public static partial void Unreachable(ILogger logger, string reason);

        [LoggerMessage(5, LogLevel.Error, "Another instance took the bot's place at WeCom; this one stays away.")]
        public static partial void Displaced(ILogger logger);

        [LoggerMessage(4, LogLevel.Error, "WeCom refuses bot id or secret (code {Code}): correct WeChat:WeCom.")]
        public static partial void Refused(ILogger logger, int code);
    }
}
