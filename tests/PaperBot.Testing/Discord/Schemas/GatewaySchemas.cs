using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.Schemas;

/// <summary>Schemas of the gateway's payloads in both directions, derived from published types.</summary>
public sealed class GatewaySchemas
{
    private readonly JsonSchema _send;
    private readonly JsonSchema _receive;
    private readonly Dictionary<long, JsonNode> _byOpcode;
    private readonly Dictionary<string, JsonNode> _byEvent;

    private GatewaySchemas(JsonNode send, JsonNode receive)
    {
        _send = new JsonSchema(send);
        _receive = new JsonSchema(receive);
        _byOpcode = Branches(_send, send["definitions"]!["GatewaySendPayload"]!)
            .Select(b => (Op: Constants(_send, b, "op"), Branch: b))
            .SelectMany(b => b.Op.Select(op => (op, b.Branch)))
            .GroupBy(b => b.op)
            .ToDictionary(g => long.Parse(g.Key, null), g => g.First().Branch);
        _byEvent = Branches(_receive, receive["definitions"]!["GatewayReceivePayload"]!)
            .SelectMany(b => Constants(_receive, b, "t").Select(t => (t, b)))
            .GroupBy(b => b.t)
            .ToDictionary(g => g.Key, g => g.First().b);
    }

    /// <summary>Reads both files from a folder.</summary>
    public static GatewaySchemas Load(string folder) =>
        new(
            JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "GatewaySendPayload.json")))!,
            JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "GatewayReceivePayload.json")))!
        );

    /// <summary>What is wrong with a frame of a bot.</summary>
    public IReadOnlyList<string> CheckSent(JsonObject frame) =>
        frame["op"] is JsonValue op && _byOpcode.TryGetValue((long)op, out var schema)
            ? _send.Check(schema, frame)
            : [$"$: no payload has the opcode {frame["op"]}"];

    /// <summary>What is wrong with an event of the gateway.</summary>
    public IReadOnlyList<string> CheckEvent(JsonObject frame) =>
        (string?)frame["t"] is { } name && _byEvent.TryGetValue(name, out var schema)
            ? [.. _receive.Check(schema, frame).Where(problem => !IsErratum(problem))]
            : [$"$: no event is called {frame["t"]}"];

    /// <summary>
    /// The types list single bits, so that 0 and sums of bits fail; and they leave out READY's private channels, which
    /// Discord sends and some clients insist on, and the ids of pictures and files in components, which the OpenAPI
    /// description requires.
    /// </summary>
    private static bool IsErratum(string problem) =>
        problem.Contains("flags: ", StringComparison.Ordinal)
        || problem.Contains("private_channels", StringComparison.Ordinal)
        || problem.EndsWith(".media: unknown property id", StringComparison.Ordinal)
        || problem.EndsWith(".file: unknown property id", StringComparison.Ordinal);

    /// <summary>The alternatives of a union, through references and nested unions.</summary>
    private static IEnumerable<JsonNode> Branches(JsonSchema schema, JsonNode node)
    {
        if ((string?)node["$ref"] is { } reference)
            return Branches(schema, schema.Resolve(reference));
        return node["anyOf"] is JsonArray many ? many.SelectMany(one => Branches(schema, one!)) : [node];
    }

    private static IEnumerable<string> Constants(JsonSchema schema, JsonNode branch, string property)
    {
        var node = branch["properties"]?[property];
        while ((string?)node?["$ref"] is { } reference)
            node = schema.Resolve(reference);
        if (node?["const"] is { } constant)
            return [constant.ToString()];
        return node?["enum"] is JsonArray many ? many.Where(m => m is not null).Select(m => m!.ToString()) : [];
    }
}
