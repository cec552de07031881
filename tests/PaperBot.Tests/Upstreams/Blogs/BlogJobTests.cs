using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NSubstitute;
using PaperBot.Core.Articles;
using PaperBot.Storage;
using PaperBot.Testing.Time;
using PaperBot.Tests.Storage;
using PaperBot.Upstreams;
using PaperBot.Upstreams.Blogs;

namespace PaperBot.Tests.Upstreams.Blogs;

public sealed class BlogJobTests
{
    private static readonly BlogSource Source = new(
        "notes",
        "Notes",
        new Uri("https://notes.example/"),
        BlogOrigin.Added
    );

    [Fact]
    public async Task A_blog_that_nobody_foresaw_is_logged_told_and_tried_again_and_the_host_goes_on()
    {
        var clock = new ManualTimeProvider();
        var store = Substitute.For<IBlogStore>();
        store.SourcesAsync(BlogRig.Token).ReturnsForAnyArgs([Source]);
        var (tries, told) = (0, new TaskCompletionSource<BlogSource>());
        store
            .DueAsync(default!, default, default, BlogRig.Token)
            .ReturnsForAnyArgs<IReadOnlyList<BlogPage>>(_ =>
                Interlocked.Increment(ref tries) > 0 ? throw new NotSupportedException() : []
            );
        store
            .WhenForAnyArgs(s => s.SaveAsync(default!, BlogRig.Token))
            .Do(call => told.TrySetResult(call.Arg<BlogSource>()));
        await using var home = new SqliteHome();
        await using var services = Services(home.ConnectionString, clock, store);
        var job = services.GetServices<IHostedService>().OfType<BlogJob>().Single();

        await job.StartAsync(BlogRig.Token);
        var source = await told.Task.WaitAsync(BlogRig.Token);
        while (Volatile.Read(ref tries) < 2)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            BlogRig.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        source.Trouble.ShouldBe(PageState.Failed);
        source.TroubleReason.ShouldBe(nameof(NotSupportedException));
        job.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await job.StopAsync(BlogRig.Token);
    }

    private static ServiceProvider Services(string connection, TimeProvider clock, IBlogStore store)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new("Storage:ConnectionString", connection)]).Build()
        );
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddPaperBotStorage();
        services.AddUpstreams();
        services.AddBlogReading();
        services.Replace(ServiceDescriptor.Singleton(store));
        return services.BuildServiceProvider();
    }
}
