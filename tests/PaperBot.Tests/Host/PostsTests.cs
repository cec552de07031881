using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Host.Cli;
using PaperBot.Storage;

namespace PaperBot.Tests.Host;

/// <summary>The console as a place for digests.</summary>
public sealed class PostsTests : IDisposable
{
    private readonly HostProcess _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_that_was_subscribed_by_exec_waits_for_posts_and_is_printed_once()
    {
        (await _host.RunAsync("exec", "/digest add cs.CL at:8:30")).Output.ShouldContain("Subscribed");
        (await _host.RunAsync("posts")).ShouldBe(new HostProcess.Result(0, "", "Nothing new has come.\n"));
        await using var services = Storage();
        var subscription = (
            await services.GetRequiredService<ISubscriptionStore>().OfPlaceAsync(ConsolePosts.Place, Token)
        ).ShouldHaveSingleItem();
        var posts = new ConsolePosts(services.GetRequiredService<ITranscriptStore>(), TimeProvider.System);
        var here = new Destination(subscription.Place.Id) { Locale = Locale.English };
        (string, string)[] written =
        [
            ("one", "The *first* digest."),
            ("two", "The second."),
            ("one", "The first again."),
        ];
        foreach (var (key, text) in written)
            (await posts.PostAsync(here, Reply.Of(text), new DeliveryKey(key), Token)).ShouldBe(
                new DeliveryResult.Sent(key)
            );

        var printed = await _host.RunAsync("posts");

        printed.Output.ShouldBe("The *first* digest.\n\n---\n\nThe second.\n");
        (await _host.RunAsync("posts")).Output.ShouldBeEmpty();
        (await posts.PostAsync(here, Reply.Of("Late."), new DeliveryKey("two"), Token)).ShouldBe(
            new DeliveryResult.Sent("two")
        );
        (await _host.RunAsync("posts", "--locale", "zh-CN")).Error.ShouldContain("没有新内容");
    }

    public void Dispose() => _host.Dispose();

    private ServiceProvider Storage()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:Directory", Path.Combine(_host.Folder, "data"))])
                .Build()
        );
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddPaperBotStorage();
        return services.BuildServiceProvider();
    }
}
