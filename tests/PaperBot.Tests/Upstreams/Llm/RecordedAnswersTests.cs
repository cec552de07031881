using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Models;
using PaperBot.Testing;
using PaperBot.Testing.Time;
using PaperBot.Upstreams.Llm;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Llm;

/// <summary>Answers that nine services really gave (<c>09-llm-api</c>), as bytes from the wire.</summary>
public sealed class RecordedAnswersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_recorded_stream_is_read_as_it_was_said()
    {
        await using var rig = await LlmRig.StartAsync();
        var wrong = new List<string>();
        var read = 0;
        foreach (var (file, _) in Recorded(entry => IsChat(entry) && entry.GetProperty("stream").GetBoolean()))
        {
            var bytes = await File.ReadAllBytesAsync(file, Token);
            var expected = Said(Encoding.UTF8.GetString(bytes));
            var attempt = await SendAsync(rig, HttpStatusCode.OK, "text/event-stream", bytes);
            read++;
            if (Verdict(attempt, expected) is { } difference)
                wrong.Add($"{Path.GetFileName(file)}: {difference}");
        }

        wrong.ShouldBeEmpty();
        read.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Every_recorded_refusal_is_the_bots_own_mistake_and_not_tried_again()
    {
        await using var rig = await LlmRig.StartAsync();
        var read = 0;
        foreach (var (file, _) in Recorded(entry => IsChat(entry) && entry.GetProperty("status").GetInt32() == 400))
        {
            var bytes = await File.ReadAllBytesAsync(file, Token);

            var attempt = await SendAsync(rig, HttpStatusCode.BadRequest, "application/json", bytes);

            attempt.ShouldBeOfType<Attempt<ModelAnswer>.BadBatch>();
            read++;
        }

        read.ShouldBe(4);
    }

    [Fact]
    public async Task A_whole_answer_in_place_of_a_stream_is_no_answer()
    {
        await using var rig = await LlmRig.StartAsync();
        var files = Recorded(entry => IsChat(entry) && !entry.GetProperty("stream").GetBoolean())
            .Where(entry => entry.Entry.GetProperty("status").GetInt32() == 200)
            .ToList();
        files.Count.ShouldBeGreaterThan(50);
        foreach (var (file, entry) in files)
        {
            var type = entry.GetProperty("content_type").GetString() ?? "application/json";
            var bytes = await File.ReadAllBytesAsync(file, Token);

            (await IsNothingAsync(() => SendAsync(rig, HttpStatusCode.OK, type, bytes))).ShouldBeTrue(file);
        }
    }

    private static async Task<bool> IsNothingAsync(Func<Task<Attempt<ModelAnswer>>> send)
    {
        try
        {
            return await send() is Attempt<ModelAnswer>.Answered { Answers: [{ Outcome: null }] };
        }
        catch (Exception exception) when (exception is InvalidDataException or HttpRequestException)
        {
            // The queue takes it for a server that does not work at the moment.
            return true;
        }
    }

    private static string? Verdict(Attempt<ModelAnswer> attempt, Expected expected)
    {
        if (attempt is not Attempt<ModelAnswer>.Answered { Answers: [var only] })
            return $"{attempt}";
        if (only.Outcome is not { } outcome)
            return expected.Text.Length == 0 ? null : "nothing was read";
        var answer = outcome.Value;
        if (answer.Text != expected.Text)
            return $"'{answer.Text}' in place of '{expected.Text}'";
        if (answer.End != expected.End)
            return $"{answer.End} in place of {expected.End}";
        return expected.Input > 0 && answer.Usage != new ModelUsage(expected.Input, expected.Output)
            ? $"{answer.Usage} in place of {expected.Input} and {expected.Output}"
            : null;
    }

    /// <summary>What was said, read by hand from the events.</summary>
    private static Expected Said(string stream)
    {
        var text = new StringBuilder();
        string? finish = null;
        long input = 0;
        long output = 0;
        foreach (var line in stream.Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)))
        {
            using var data = JsonDocument.Parse(line["data: ".Length..]);
            if (data.RootElement.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
            {
                input = Math.Max(input, usage.GetProperty("prompt_tokens").GetInt64());
                output = Math.Max(output, usage.GetProperty("completion_tokens").GetInt64());
            }

            if (!data.RootElement.TryGetProperty("choices", out var choices) || choices.GetArrayLength() == 0)
                continue;
            var choice = choices[0];
            if (choice.TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String)
                finish = reason.GetString();
            if (
                choice.TryGetProperty("delta", out var delta)
                && delta.TryGetProperty("content", out var content)
                && content.ValueKind == JsonValueKind.String
            )
                text.Append(content.GetString());
        }

        var end = finish switch
        {
            null => AnswerEnd.Cut,
            "length" => AnswerEnd.Length,
            "content_filter" => AnswerEnd.Filtered,
            _ => AnswerEnd.Complete,
        };
        return new(text.ToString().Trim(), end, input, output);
    }

    private static async Task<Attempt<ModelAnswer>> SendAsync(
        LlmRig rig,
        HttpStatusCode status,
        string type,
        byte[] body
    )
    {
        var clock = new ManualTimeProvider();
        var options = new LlmModelOptions { Model = "recorded", Endpoint = new("http://model.test/v1") };
        using var http = new HttpClient(new LlmFailureHandler(clock) { InnerHandler = new Replay(status, type, body) });
        var model = new LlmModel(options, LlmHttp.First, "llm:recorded", HasSuccessor: false);
        var upstream = LlmUpstream.Create(
            model,
            http,
            rig.Get<ModelLedger>(),
            rig.Get<ModelQuotas>(),
            clock,
            NullLogger<LlmUpstream>.Instance
        );
        return await upstream.SendAsync([new(rig.Call(), "test", null)], new Nobody(), Token);
    }

    private static IEnumerable<(string File, JsonElement Entry)> Recorded(Func<JsonElement, bool> wanted)
    {
        var index = TestData.Require("09-llm-api", "index.json");
        using var document = JsonDocument.Parse(File.ReadAllText(index));
        foreach (var entry in document.RootElement.EnumerateArray().Where(wanted))
            yield return (
                Path.Combine(Path.GetDirectoryName(index)!, entry.GetProperty("file").GetString()!),
                entry.Clone()
            );
    }

    private static bool IsChat(JsonElement entry) =>
        entry.GetProperty("url").GetString()!.EndsWith("/chat/completions", StringComparison.Ordinal);

    private sealed record Expected(string Text, AnswerEnd End, long Input, long Output);

    private sealed class Nobody : IAttemptProgress
    {
        public void Partial(int call, string markdown) { }
    }

    private sealed class Replay(HttpStatusCode status, string type, byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            // As from a network: it cannot be read twice.
            var content = new StreamContent(PipeReader.Create(new MemoryStream(body)).AsStream());
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            return Task.FromResult(new HttpResponseMessage(status) { Content = content, RequestMessage = request });
        }
    }
}
