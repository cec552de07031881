using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>
/// Lets only one process at a time pay for an answer. Callers of one process hold the claim together: the model's
/// queue makes their calls one.
/// </summary>
internal sealed class AnswerClaim(IAnswerStore store, TimeProvider time)
{
    /// <summary>A claim that is not renewed for so long is void: its process has died.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly string _holder = Guid.NewGuid().ToString("N");

    /// <summary>
    /// Runs the work under the claim, unless <paramref name="find"/> finds, while another process holds it, that the
    /// work is done.
    /// </summary>
    public async Task<Outcome<GivenAnswer>> RunAsync(
        string key,
        Func<Task<GivenAnswer?>> find,
        Func<Task<Outcome<GivenAnswer>>> work,
        CancellationToken cancellationToken
    )
    {
        while (!await store.TryClaimAsync(key, _holder, Life, cancellationToken))
        {
            if (await find() is { } found)
                return found;
            await Task.Delay(Look, time, cancellationToken);
        }
        // Between the look before the claim and the claim another process may have been done.
        if (await find() is { } done)
        {
            await store.ReleaseAsync(key, _holder, cancellationToken);
            return done;
        }
        var running = work();
        await RenewAsync(key, running, cancellationToken);
        var result = await running;
        // Not when the caller gave up: the model goes on, and the claim ends by itself.
        await store.ReleaseAsync(key, _holder, cancellationToken);
        return result;
    }

    private async Task RenewAsync(string key, Task running, CancellationToken cancellationToken)
    {
        while (!running.IsCompleted)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var wait = Task.Delay(Renewal, time, stop.Token);
            await Task.WhenAny(running, wait);
            await stop.CancelAsync();
            if (running.IsCompleted || cancellationToken.IsCancellationRequested)
                return;
            await store.TryClaimAsync(key, _holder, Life, cancellationToken);
        }
    }
}
