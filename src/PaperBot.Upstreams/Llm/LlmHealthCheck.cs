using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Upstreams.Llm.Prompts;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// For <c>doctor</c>: which models are configured, whether their servers answer and take the key, and whether the
/// prompts can be used. It asks for the list of models, which costs nothing.
/// </summary>
internal sealed class LlmHealthCheck(IOptions<LlmOptions> options, IHttpClientFactory clients, TimeProvider time)
    : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public string Name => "llm";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var findings = new List<HealthFinding>();
        var models = LlmModel.Of(options.Value);
        if (models.Count == 0)
            findings.Add(new(HealthLevel.Notice, Message.Of("doctor.llm.none")));
        foreach (var model in models)
            findings.Add(await CheckAsync(model, cancellationToken));
        if (models.Count > 0 && options.Value.DailyBudget == 0)
            findings.Add(new(HealthLevel.Notice, Message.Of("doctor.llm.budget")));
        foreach (var sentence in PromptFolder.Check(options.Value.PromptFolder))
            findings.Add(new(HealthLevel.Broken, Message.Of("doctor.llm.prompt", ("sentence", sentence))));
        return findings;
    }

    private async Task<HealthFinding> CheckAsync(LlmModel model, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(model.Client);
            using var request = Request(model.Options);
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return Found(HealthLevel.Good, "good", model);
        }
        catch (LlmHttpException exception) when (exception.Status is 401 or 402 or 403)
        {
            return Found(HealthLevel.Broken, "key", model);
        }
        catch (LlmHttpException exception) when (exception.Status < 500)
        {
            // Not every server has a list of models; that it answers is enough.
            return Found(HealthLevel.Good, "good", model);
        }
        catch (Exception exception) when (IsSilence(exception) && !cancellationToken.IsCancellationRequested)
        {
            return Found(HealthLevel.Broken, "silent", model);
        }
    }

    private static HttpRequestMessage Request(LlmModelOptions options)
    {
        var root = LlmHttp.EndpointOf(options).AbsoluteUri.TrimEnd('/');
        if (options.Provider == LlmProvider.Anthropic)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, root + "/v1/models");
            request.Headers.TryAddWithoutValidation("x-api-key", options.ApiKey);
            request.Headers.TryAddWithoutValidation("anthropic-version", "2023-06-01");
            return request;
        }

        var list = new HttpRequestMessage(HttpMethod.Get, root + "/models");
        if (options.ApiKey.Length > 0)
            list.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        return list;
    }

    private static bool IsSilence(Exception exception) =>
        exception is LlmHttpException or HttpRequestException or IOException or OperationCanceledException;

    private static HealthFinding Found(HealthLevel level, string what, LlmModel model) =>
        new(
            level,
            Message.Of(
                "doctor.llm." + what,
                ("model", model.Options.Model),
                ("server", LlmHttp.EndpointOf(model.Options).Authority)
            )
        );
}
