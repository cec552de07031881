using PaperBot.Platforms;

namespace PaperBot.Tests.Platforms;

public sealed class RunningTasksTests
{
    [Fact]
    public async Task None_stays_behind_however_early_it_ends()
    {
        var running = new RunningTasks();
        var begun = Enumerable.Range(0, 10_000).Select(_ => Task.Run(() => { })).Prepend(Task.CompletedTask).ToList();

        begun.ForEach(running.Add);
        await running.All;

        // The last continuation may be on its way while its task has ended already.
        SpinWait.SpinUntil(() => running.Count == 0, TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }
}
