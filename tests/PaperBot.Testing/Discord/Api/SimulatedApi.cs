using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.Gateway;
using PaperBot.Testing.Discord.Schemas;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>The HTTP API without HTTP: limits, checks, and the route's work.</summary>
public sealed class SimulatedApi
{
    private readonly SimWorld _world;
    private readonly GatewayHub _hub;
    private readonly SimulatorLog _log;
    private readonly OpenApiDescription? _description;
    private readonly SimulatedLimits _limits;
    private readonly ApiRoute[] _routes;

    internal SimulatedApi(SimWorld world, GatewayHub hub, SimulatorLog log, OpenApiDescription? description)
    {
        (_world, _hub, _log, _description) = (world, hub, log, description);
        _limits = new SimulatedLimits(world);
        _routes =
        [
            .. MessageRoutes.All,
            .. InteractionRoutes.All,
            .. ChannelRoutes.All,
            .. GuildRoutes.All,
            .. CommandRoutes.All,
            .. AccountRoutes.All,
        ];
    }

    /// <summary>Looks at a request before anything else; an answer other than null is given instead of the real one.</summary>
    public Func<ApiRequest, ApiResponse?>? Fault { get; set; }

    /// <summary>Looks at a request after it was handled: the work is done, but the bot gets this answer.</summary>
    public Func<ApiRequest, ApiResponse, ApiResponse?>? LateFault { get; set; }

    /// <summary>Makes a channel, guild or webhook answer 429 of the shared scope for a while.</summary>
    public void ShareLimit(ulong resource, TimeSpan wait)
    {
        lock (_world.Gate)
            _limits.Shared[$"{resource}"] = _world.Now + wait;
    }

    public ApiResponse Handle(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_world.Gate)
        {
            var headers = new List<(string, string)>();
            var response = Fault?.Invoke(request) ?? Answer(request, headers);
            response = LateFault?.Invoke(request, response) ?? response;
            response.Headers.AddRange(headers);
            var scope = headers.FirstOrDefault(h => h.Item1 == "X-RateLimit-Scope").Item2;
            var code = (int)Wire.Number((response.Body as JsonObject)?["code"]);
            _log.Requests.Enqueue(
                new LoggedRequest(request.Method, request.Path, response.Status, code, _world.Now, scope)
            );
            return response;
        }
    }

    private ApiResponse Answer(ApiRequest request, List<(string, string)> headers)
    {
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var found = _routes
            .Select(route => (Route: route, Values: route.Match(request.Method, parts)))
            .FirstOrDefault(match => match.Values is not null);
        if (found.Values is null)
        {
            _log.Violations.Enqueue($"{request.Method} {request.Path}: the simulator has no such route");
            return new ApiResponse(404, new JsonObject { ["message"] = "404: Not Found", ["code"] = 0 });
        }

        try
        {
            return Answer(request, found.Route, found.Values, headers);
        }
        catch (ApiException error)
        {
            return error.ToResponse();
        }
        catch (JsonException)
        {
            return new ApiException(400, 50109, "The request body contains invalid JSON.").ToResponse();
        }
        catch (Exception exception)
        {
            // A fault of the simulator must not pass for one of the bot's.
            _log.Violations.Enqueue($"simulator, {request.Method} {request.Path}: {exception}");
            return new ApiResponse(500, new JsonObject { ["message"] = "500: Internal Server Error", ["code"] = 0 });
        }
    }

    private ApiResponse Answer(
        ApiRequest request,
        ApiRoute route,
        Dictionary<string, string> values,
        List<(string, string)> headers
    )
    {
        if (!route.ByToken && request.Authorization != $"Bot {_world.Options.Token}")
            return new ApiResponse(401, new JsonObject { ["message"] = "401: Unauthorized", ["code"] = 0 });
        if (request.UserAgent is null || !request.UserAgent.StartsWith("DiscordBot (", StringComparison.Ordinal))
            _log.Violations.Enqueue($"{request.Method} {route.Template}: User-Agent {request.UserAgent}");
        if (route.Rule is { } rule && _limits.Enter(rule, TopLevel(values), !route.ByToken, headers) is { } refused)
            return refused;
        var (json, files) = Read(request);
        CheckSchema(request, route, json);
        var call = new ApiCall
        {
            Request = request,
            World = _world,
            Hub = _hub,
            Values = values,
            Json = json,
            Files = files,
        };
        var response = route.Handle(call);
        CheckOwn(request, route, response);
        return response;
    }

    private static (JsonNode? Json, IReadOnlyDictionary<int, UploadedFile> Files) Read(ApiRequest request)
    {
        if (request.Body.Length == 0)
            return (null, new Dictionary<int, UploadedFile>());
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.Ordinal) == true)
            return Multipart.Read(request.ContentType, request.Body);
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
            throw new ApiException(400, 50109, $"Content-Type {request.ContentType}");
        return (JsonNode.Parse(request.Body), new Dictionary<int, UploadedFile>());
    }

    /// <summary>Every finding is a violation; like Discord, only a wrong field is refused and an unknown one ignored.</summary>
    private void CheckSchema(ApiRequest request, ApiRoute route, JsonNode? json)
    {
        if (_description is null)
            return;
        var problems = _description.Check(request.Method, request.Path, request.Query, json);
        if (problems is null)
            _log.Violations.Enqueue($"{request.Method} {route.Template}: not described");
        foreach (var problem in problems ?? [])
            _log.Violations.Enqueue($"{request.Method} {route.Template}: {problem}");
        if (problems?.FirstOrDefault(problem => !JsonSchema.IsUnknownProperty(problem)) is { } wrong)
            throw ApiException.Form("body", "BASE_TYPE_BAD_TYPE", wrong);
    }

    private void CheckOwn(ApiRequest request, ApiRoute route, ApiResponse response)
    {
        if (_description is null || response.Status >= 300)
            return;
        foreach (var problem in _description.CheckAnswer(request.Method, request.Path, response.Status, response.Body))
        {
            if (!IsErratum(problem))
                _log.Violations.Enqueue($"simulator, {request.Method} {route.Template}: {problem}");
        }
    }

    /// <summary>The description names fewer fields of answers than Discord sends.</summary>
    private static bool IsErratum(string problem) => JsonSchema.IsUnknownProperty(problem);

    private static string TopLevel(Dictionary<string, string> values) =>
        values.GetValueOrDefault("channel")
        ?? values.GetValueOrDefault("guild")
        ?? values.GetValueOrDefault("token")
        ?? "";
}
