using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace PaperBot.Upstreams.Llm;

/// <summary>Makes the client of a model. The SDKs neither retry nor time out nor log: that is the queue's business.</summary>
internal static class ChatClients
{
    // A server on one's own machine asks for no key, and the SDKs do not do without.
    private const string NoKey = "none";

    public static IChatClient Create(LlmModelOptions options, HttpClient http) =>
        options.Provider == LlmProvider.Anthropic ? Anthropic(options, http) : OpenAI(options, http);

    private static IChatClient OpenAI(LlmModelOptions options, HttpClient http)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = LlmHttp.EndpointOf(options),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false },
        };
        return new ChatClient(options.Model, new ApiKeyCredential(KeyOf(options)), settings).AsIChatClient();
    }

    private static IChatClient Anthropic(LlmModelOptions options, HttpClient http)
    {
        var settings = new ClientOptions
        {
            HttpClient = http,
            BaseUrl = LlmHttp.EndpointOf(options).AbsoluteUri.TrimEnd('/'),
            ApiKey = KeyOf(options),
            AuthToken = null,
            MaxRetries = 0,
            Timeout = options.AttemptTimeout + TimeSpan.FromMinutes(1),
        };
        return new AnthropicClient(settings).AsIChatClient(options.Model);
    }

    private static string KeyOf(LlmModelOptions options) => options.ApiKey.Length > 0 ? options.ApiKey : NoKey;
}
