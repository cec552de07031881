using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>
/// The account's access token: fetched once, kept, fetched again shortly before it expires and after the platform refused
/// it. By the interface whose tokens do not displace each other, so that a second process does no harm.
/// </summary>
internal sealed class OfficialTokens(IHttpClientFactory clients, IOptions<OfficialOptions> options, TimeProvider time)
    : IDisposable
{
    public const string Client = "wechat-official";

    private const string Path = "cgi-bin/stable_token";

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _door = new(1);
    private string? _token;
    private DateTimeOffset _until;
    private bool _wasRefused;

    public void Dispose() => _door.Dispose();

    /// <summary>The token.</summary>
    /// <exception cref="OfficialException">The platform gives none.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            if (_token is not null && time.GetUtcNow() < _until)
                return _token;
            var body = new JsonObject
            {
                ["grant_type"] = "client_credential",
                ["appid"] = options.Value.AppId,
                ["secret"] = options.Value.Secret,
                ["force_refresh"] = _wasRefused,
            };
            using var client = clients.CreateClient(Client);
            var answer = await OfficialAnswers.PostAsync(
                client,
                new Uri(new Uri(options.Value.ApiUrl), Path),
                OfficialAnswers.Json(body),
                cancellationToken
            );
            if (OfficialAnswers.Text(answer, "access_token") is not { } token)
                throw new OfficialException(OfficialAnswers.CodeOf(answer), OfficialAnswers.Text(answer, "errmsg"));
            var seconds = answer["expires_in"] is JsonValue value && value.TryGetValue(out int given) ? given : 0;
            (_token, _until, _wasRefused) = (token, time.GetUtcNow() + TimeSpan.FromSeconds(seconds) - Early, false);
            return token;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>The platform did not take the token: the next one is fetched anew, once for all who were refused.</summary>
    public async Task RefusedAsync(string token, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        if (_token == token)
            (_token, _wasRefused) = (null, true);
        _door.Release();
    }
}
