namespace PaperBot.Testing.Time;

/// <summary>Keeps a clock that a test moves from outrunning the machine.</summary>
public static class Settling
{
    private const int Hops = 30;

    /// <summary>Lets what the thread pool has to do now be done, however busy the machine is: call it before time moves.</summary>
    public static async Task OnceAsync()
    {
        for (var hop = 0; hop < Hops; hop++)
            await Task.Factory.StartNew(
                static () => { },
                CancellationToken.None,
                TaskCreationOptions.PreferFairness,
                TaskScheduler.Default
            );
    }
}
