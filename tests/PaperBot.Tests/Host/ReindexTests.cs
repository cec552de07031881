namespace PaperBot.Tests.Host;

public sealed class ReindexTests : IDisposable
{
    private readonly HostProcess _host = new();

    [Fact]
    public async Task Reindex_says_what_is_in_the_index_and_can_be_done_again()
    {
        var first = await _host.RunAsync("--samples", "reindex");
        var second = await _host.RunAsync("reindex");
        var chinese = await _host.RunAsync("reindex", "--locale", "zh-CN");

        first.Status.ShouldBe(0, first.Error);
        first.Output.ShouldStartWith("The index is built anew: ");
        first.Output.ShouldNotContain(": 0 papers");
        second.Output.ShouldBe(first.Output);
        chinese.Output.ShouldStartWith("全文索引已重建");
    }

    [Fact]
    public async Task What_was_killed_while_indexing_is_whole_after_the_next_start()
    {
        var whole = await _host.RunAsync("--samples", "reindex");
        for (var i = 0; i < 3; i++)
        {
            using var killed = _host.Start(["reindex"]);
            // The first sign of life is the index's journal.
            while (!killed.HasExited && !Directory.EnumerateFiles(_host.Folder, "*.index-wal", Deep).Any())
                await Task.Yield();
            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        (await _host.RunAsync("reindex")).Output.ShouldBe(whole.Output);
    }

    private static EnumerationOptions Deep { get; } = new() { RecurseSubdirectories = true };

    public void Dispose() => _host.Dispose();
}
