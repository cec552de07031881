using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NSubstitute;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Testing.Queues;
using PaperBot.Testing.Time;
using PaperBot.Tests.Handlers;
using PaperBot.Upstreams;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Queueing;

public sealed class QueueingServicesTests
{
    private static readonly DateTimeOffset Later = new(2026, 1, 5, 12, 31, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_queue_from_the_container_works_is_seen_and_is_drained()
    {
        var clock = new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ISlotStore>(new InMemorySlotStore(clock));
        services.AddSingleton(new FakeUpstream(clock, UpstreamPace.Every(TimeSpan.FromSeconds(3), "test")));
        // What else the upstreams' services stand on.
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(Substitute.For<IModelUsageStore>());
        services.AddUpstreams();
        services.AddUpstreamQueue<string, string, FakeUpstream>();
        await using var provider = services.BuildServiceProvider();

        var queue = provider.GetRequiredService<IUpstreamQueue<string, string>>();
        var answer = await queue.CallAsync("x", Caller.Job("job"), TestContext.Current.CancellationToken);

        answer.Value.ShouldBe("answer to x");
        provider.GetRequiredService<IQueueMonitor>().Read().ShouldContain(status => status.Name == "test");
        foreach (var hosted in provider.GetServices<IHostedService>().OfType<QueueDrain>())
            await hosted.StopAsync(TestContext.Current.CancellationToken);
        (await queue.CallAsync("x", Caller.Job("job"), TestContext.Current.CancellationToken)).IsOk.ShouldBeFalse();
    }

    [Theory]
    [InlineData("en", "arXiv", " Try again in 60 s.")]
    [InlineData("zh", "arXiv", "请在 60 秒后再试。")]
    public void Every_error_has_its_sentence_with_the_upstreams_name_and_when_to_ask_again(
        string language,
        string name,
        string again
    )
    {
        var texts = HandlerRig.Texts;
        var words = new ErrorWords(texts, new ManualTimeProvider(Later - TimeSpan.FromMinutes(1)));
        var locale = language == "en" ? Locale.English : Locale.Chinese;
        var errors = new QueueErrors(Message.Of("upstream.arxiv-api"));
        Error[] all =
        [
            errors.Full(Later),
            errors.Pause(Later),
            errors.Pause(null),
            errors.Down(Later),
            errors.Down(null),
            errors.Incomplete(),
            errors.Broken(),
            errors.StoreFails(),
            errors.Stopping(),
        ];

        foreach (var error in all)
        {
            var sentence = texts.Get(locale, error.Message);
            sentence.ShouldContain(name);
            sentence.Count(c => c is '.' or '。').ShouldBe(1);
            if (error.RetryAt is not null)
                words.Text(error, locale).ShouldBe(sentence + again);
        }

        all.Select(error => texts.Get(locale, error.Message)).Distinct().Count().ShouldBe(all.Length);
    }
}
