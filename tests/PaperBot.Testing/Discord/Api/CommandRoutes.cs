using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>Registered commands, global and of a guild.</summary>
internal static class CommandRoutes
{
    private static readonly BucketRule Reads = new("commands", 30, 5);
    private static readonly BucketRule Writes = new("commands-write", 5, 20);

    public static IEnumerable<ApiRoute> All { get; } = [.. Of("applications/{app}/commands"), .. OfGuild()];

    private static ApiRoute[] OfGuild() => Of("applications/{app}/guilds/{guild}/commands");

    private static ApiRoute[] Of(string many) =>
        [
            new("GET", many, call => ApiResponse.Ok(Json(List(call), call)), Reads),
            new("PUT", many, Overwrite, Writes),
            new("POST", many, Create, Writes),
            new("PATCH", $"{many}/{{command}}", Edit, Writes),
            new("DELETE", $"{many}/{{command}}", Delete, Writes),
        ];

    private static ulong Scope(ApiCall call)
    {
        if (call.Id("app") != call.World.ApplicationId)
            throw new ApiException(403, 20012, "You are not authorized to perform this action on this application");
        return call.Values.ContainsKey("guild") ? call.Guild().Id : 0;
    }

    private static List<JsonObject> List(ApiCall call)
    {
        var scope = Scope(call);
        return call.World.Commands.TryGetValue(scope, out var list) ? list : call.World.Commands[scope] = [];
    }

    private static ApiResponse Overwrite(ApiCall call)
    {
        var list = List(call);
        var wanted = Wire.Objects(call.Json).ToArray();
        CommandRules.Check(wanted);
        var made = wanted.Select(body => Made(call, body, Same(list, body))).ToArray();
        list.Clear();
        list.AddRange(made);
        return ApiResponse.Ok(Json(list, call));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var list = List(call);
        var old = Same(list, call.Body);
        CommandRules.Check([.. list.Where(c => c != old), call.Body]);
        var made = Made(call, call.Body, old);
        if (old is not null)
            list[list.IndexOf(old)] = made;
        else
            list.Add(made);
        return new ApiResponse(old is null ? 201 : 200, made.DeepClone());
    }

    private static ApiResponse Edit(ApiCall call)
    {
        var list = List(call);
        var old = Find(call, list);
        var body = old.DeepClone().AsObject();
        foreach (var (name, value) in call.Body)
            body[name] = value?.DeepClone();
        CommandRules.Check([.. list.Where(c => c != old), body]);
        var made = Made(call, body, old);
        list[list.IndexOf(old)] = made;
        return ApiResponse.Ok(made.DeepClone());
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var list = List(call);
        list.Remove(Find(call, list));
        return ApiResponse.NoContent;
    }

    private static JsonObject Find(ApiCall call, List<JsonObject> list) =>
        list.FirstOrDefault(c => Wire.Id(c["id"]) == call.Id("command"))
        ?? throw new ApiException(404, 10063, "Unknown application command");

    private static JsonObject? Same(List<JsonObject> list, JsonObject body) =>
        list.FirstOrDefault(c => Name(c) == Name(body));

    private static (long, string?) Name(JsonObject command) =>
        (command["type"] is null ? 1 : Wire.Number(command["type"]), Wire.Text(command["name"]));

    /// <summary>An unchanged command keeps its id and version.</summary>
    private static JsonObject Made(ApiCall call, JsonObject body, JsonObject? old)
    {
        var json = body.DeepClone().AsObject();
        json["id"] = old?["id"]?.DeepClone() ?? $"{call.World.NextId()}";
        json["application_id"] = $"{call.World.ApplicationId}";
        json["type"] ??= 1;
        json["description"] ??= "";
        json["default_member_permissions"] ??= null;
        json["nsfw"] ??= false;
        json["contexts"] ??= null;
        json["integration_types"] ??= new JsonArray(0);
        json["version"] = $"{call.World.NextId()}";
        if (call.Values.TryGetValue("guild", out var guild))
            json["guild_id"] = guild;
        return json;
    }

    private static JsonArray Json(List<JsonObject> list, ApiCall call)
    {
        var localised = call.Request.Query.TryGetValue("with_localizations", out var flag) && flag == "true";
        var keep = localised || call.Request.Method != "GET";
        return new JsonArray([.. list.Select(c => keep ? c.DeepClone() : WithoutLocalisations(c.DeepClone()))]);
    }

    private static JsonNode WithoutLocalisations(JsonNode node)
    {
        foreach (var inner in node is JsonObject o ? o.Select(m => m.Value).ToArray() : [.. node.AsArray()])
        {
            if (inner is JsonObject or JsonArray)
                WithoutLocalisations(inner);
        }

        (node as JsonObject)?.Remove("name_localizations");
        (node as JsonObject)?.Remove("description_localizations");
        return node;
    }
}
