using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Registration;

namespace PaperBot.Platforms.Discord.Connection;

/// <summary>Says who the bot is, registers its commands, and hands the gateway's events to the listeners.</summary>
internal sealed partial class DiscordService(
    DiscordLink link,
    CommandRegistrar registrar,
    IEnumerable<IDiscordListener> listeners,
    TimeProvider time,
    ILogger<DiscordService> logger
) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly IDiscordListener[] _listeners = [.. listeners];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The page and everything else begin without waiting for Discord.
        await Task.Yield();
        try
        {
            if (!await PatientlyAsync(IntroduceAsync, Log.Refused, stoppingToken))
                return;
            await PatientlyAsync(registrar.RegisterAsync, Log.CommandsRefused, stoppingToken);
            await link.Client.Gateway.RunAsync(OnEventAsync, stoppingToken);
        }
        catch (GatewayClosedException e)
        {
            Log.Closed(logger, e);
        }
        catch (DiscordException e)
        {
            Log.Refused(logger, e);
        }
    }

    private async Task IntroduceAsync(CancellationToken cancellationToken)
    {
        var application = await link.Client.Applications.GetMeAsync(cancellationToken);
        link.Introduce(application, await link.Client.Users.GetMeAsync(cancellationToken));
        Log.Introduced(logger, application.Id.ToString());
    }

    /// <summary>Tries until it works; false when Discord says that it never will.</summary>
    private async Task<bool> PatientlyAsync(
        Func<CancellationToken, Task> act,
        Action<ILogger, Exception> sayRefused,
        CancellationToken cancellationToken
    )
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await act(cancellationToken);
                return true;
            }
            catch (DiscordApiException e) when (e.Status == HttpStatusCode.Unauthorized)
            {
                Log.BadToken(logger);
                return false;
            }
            catch (DiscordApiException e)
                when (e.Status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError)
            {
                sayRefused(logger, e);
                return false;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or DiscordException)
            {
                Log.Unreachable(logger, e.Message, pause);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One listener's fault takes no event from the others.")]
    private async ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        foreach (var listener in _listeners)
        {
            try
            {
                await listener.OnEventAsync(received, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e)
            {
                Log.ListenerFailed(logger, listener.GetType().Name, received.Name, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Discord knows the bot as application {Application}.")]
        public static partial void Introduced(ILogger logger, string application);

        [LoggerMessage(2, LogLevel.Error, "Discord refuses the token: correct Discord:Token. Discord stays off.")]
        public static partial void BadToken(ILogger logger);

        [LoggerMessage(3, LogLevel.Error, "Discord refuses the bot; the rest of it goes on.")]
        public static partial void Refused(ILogger logger, Exception exception);

        [LoggerMessage(
            7,
            LogLevel.Error,
            "Discord refuses the list of commands: what it shows may be old. Everything else goes on."
        )]
        public static partial void CommandsRefused(ILogger logger, Exception exception);

        [LoggerMessage(4, LogLevel.Warning, "Discord cannot be reached ({Reason}); trying again in {Pause}.")]
        public static partial void Unreachable(ILogger logger, string reason, TimeSpan pause);

        [LoggerMessage(5, LogLevel.Error, "Discord closed the connection for good; the rest of the bot goes on.")]
        public static partial void Closed(ILogger logger, Exception exception);

        [LoggerMessage(6, LogLevel.Error, "{Listener} failed at {Event}.")]
        public static partial void ListenerFailed(ILogger logger, string listener, string @event, Exception exception);
    }
}
