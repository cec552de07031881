using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;

namespace PaperBot.Platforms.Answering;

/// <summary>The way of an answer from the router to where it is seen.</summary>
internal static partial class Showing
{
    /// <summary>Shows an answer. What fails on its way out is given again after a while, instead of at the next start.</summary>
    /// <param name="router">Whose answer.</param>
    /// <param name="id">To what.</param>
    /// <param name="show">Shows it and confirms.</param>
    /// <param name="logger">Told of what failed.</param>
    /// <param name="cancellationToken">The bot ends: then the answer is left for the next start.</param>
    [SuppressMessage("Design", "CA1031", Justification = "What fails here is logged and tried again, not lost.")]
    public static async Task ShowAsync(
        this ICommandRouter router,
        RequestId id,
        Func<Task> show,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await show();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Log.Failed(logger, id, e);
            await router.PostponeAsync(id, CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The answer to {Id} failed on its way out; it is given again.")]
        public static partial void Failed(ILogger logger, RequestId id, Exception exception);
    }
}
