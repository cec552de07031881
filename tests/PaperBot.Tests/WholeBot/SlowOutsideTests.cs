using System.Globalization;
using PaperBot.Testing.Llm;

namespace PaperBot.Tests.WholeBot;

/// <summary>What is slow outside holds up only those who asked for it.</summary>
public sealed class SlowOutsideTests
{
    private const int Faqs = 4;
    private const int LookUps = 10;

    // The machine of the tests has other work: not the time itself is looked at, but that it is another order than the
    // faults'.
    private static readonly TimeSpan MoreThanUsual = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task With_a_hanging_model_and_documents_at_a_byte_a_second_papers_and_lists_take_their_usual_time()
    {
        await using var model = await ModelSimulator.StartAsync();
        await using var host = await ServingHost.StartAsync(
            TimeSpan.FromMilliseconds(100),
            samples: true,
            settings:
            [
                ("Llm__Endpoint", model.Endpoint.ToString()),
                ("Llm__Model", "simulated"),
                ("Documents__Interval", "00:00:00.1"),
            ]
        );
        host.Arxiv.Announcements.Spread = true;
        var usual = await TimeAsync(host, "usual", 1, "cs.LG", 0);
        model.Always(ModelFault.Hang);
        host.Arxiv.SlowDocuments = true;
        await host.AskAsync("message-questions-sample", "/faq 2511.99999");
        for (var i = 0; i < Faqs; i++)
            await host.AskAsync(Id("questions", i), $"/faq {Paper(41 + i)}");
        await model.ArrivalAsync(TestContext.Current.CancellationToken);
        var waiting = await host.ProgressAsync("In all about ");

        var slow = await TimeAsync(host, "slow", 21, "cs.CL", LookUps + 1);

        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"usual {usual.TotalMilliseconds:N0} ms, then {slow.TotalMilliseconds:N0} ms; {waiting}"
            )
        );
        slow.ShouldBeLessThan(usual + MoreThanUsual);
        waiting.ShouldContain("Step 1 of 2");
        model.Journal.Count.ShouldBe(1);
        host.Arxiv.Traffic.Arrivals.ShouldContain(arrival => IsDocument(arrival.Path));
        (await host.TurnsAsync())
            .Where(turn => turn.Id.StartsWith("message-questions", StringComparison.Ordinal))
            .ShouldAllBe(turn => turn.Answer == null);
    }

    /// <summary>The time until ten papers that nobody has asked for yet, and a day's list, are answered.</summary>
    private static async Task<TimeSpan> TimeAsync(ServingHost host, string name, int first, string list, int answered)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < LookUps; i++)
            await host.AskAsync(Id(name, i), $"/paper {Paper(first + i)}");
        await host.AskAsync(Id(name, LookUps), $"/arxiv new {list}");
        await host.AnswersAsync(answered + LookUps + 1);
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static bool IsDocument(string address) =>
        address.StartsWith("/html", StringComparison.Ordinal) || address.StartsWith("/pdf", StringComparison.Ordinal);

    private static string Id(string name, int i) =>
        string.Create(CultureInfo.InvariantCulture, $"message-{name}-{i:000}");

    private static string Paper(int i) => string.Create(CultureInfo.InvariantCulture, $"2401.{i:00000}");
}
