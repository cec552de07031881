using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.Schemas;

/// <summary>Discord's published description of its HTTP API, against which requests are held.</summary>
public sealed class OpenApiDescription
{
    private readonly JsonNode _document;
    private readonly JsonSchema _schema;
    private readonly (string[] Parts, JsonObject Item)[] _paths;

    private OpenApiDescription(JsonNode document)
    {
        _document = document;
        _schema = new JsonSchema(document);
        _paths = [.. document["paths"]!.AsObject().Select(p => (Split(p.Key), p.Value!.AsObject()))];
    }

    /// <summary>Reads the file.</summary>
    public static OpenApiDescription Load(string file) => new(JsonNode.Parse(File.ReadAllBytes(file))!);

    /// <summary>What is wrong with a request; null when the description does not know the route.</summary>
    public IReadOnlyList<string>? Check(
        string method,
        string path,
        IReadOnlyDictionary<string, string> query,
        JsonNode? body
    )
    {
        if (Find(method, Split(path)) is not var (item, operation))
            return null;
        var problems = new List<string>();
        CheckQuery(item, operation, query, problems);
        var content = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        if (content is null && body is not null)
            problems.Add("$: a body where none is described");
        if (content is not null && body is not null)
            problems.AddRange(_schema.Check(content, body));
        if (content is not null && body is null && (bool?)operation["requestBody"]!["required"] == true)
            problems.Add("$: the body is missing");
        return problems;
    }

    /// <summary>What is wrong with an answer's body.</summary>
    public IReadOnlyList<string> CheckAnswer(string method, string path, int status, JsonNode? body)
    {
        if (Find(method, Split(path)) is not var (_, operation))
            return [];
        var responses = operation["responses"]!.AsObject();
        if (responses[$"{status}"] is not { } response)
            return [$"$: {status} is not described"];
        var schema = response["content"]?["application/json"]?["schema"];
        return schema is null ? [] : _schema.Check(schema, body);
    }

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A literal part of a path wins over a placeholder.</summary>
    private (JsonObject Item, JsonObject Operation)? Find(string method, string[] parts)
    {
        var item = _paths
            .Where(p => p.Parts.Length == parts.Length && p.Item[method.ToLowerInvariant()] is JsonObject)
            .Where(p => p.Parts.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
            .OrderBy(p => p.Parts.Count(part => part.StartsWith('{')))
            .Select(p => p.Item)
            .FirstOrDefault();
        return item is null ? null : (item, item[method.ToLowerInvariant()]!.AsObject());
    }

    private void CheckQuery(
        JsonObject item,
        JsonObject operation,
        IReadOnlyDictionary<string, string> query,
        List<string> problems
    )
    {
        var known = (item["parameters"] as JsonArray ?? [])
            .Concat(operation["parameters"] as JsonArray ?? [])
            .Where(p => (string?)p!["in"] == "query")
            .ToDictionary(p => (string)p!["name"]!, p => p!["schema"]!);
        foreach (var (name, text) in query)
        {
            if (known.TryGetValue(name, out var schema))
                problems.AddRange(_schema.Check(schema, Typed(schema, text), $"?{name}"));
            else
                problems.Add($"?: unknown property {name}");
        }
    }

    /// <summary>Texts of an address are booleans where the schema says so; digits pass for integers anyway.</summary>
    private static JsonValue Typed(JsonNode schema, string text) =>
        schema.ToJsonString().Contains("boolean", StringComparison.Ordinal) && bool.TryParse(text, out var flag)
            ? JsonValue.Create(flag)
            : JsonValue.Create(text);

    /// <summary>How many operations it describes.</summary>
    public int Operations => _paths.Sum(p => p.Item.Count(m => m.Value is JsonObject && m.Key != "parameters"));

    /// <summary>The version of the API.</summary>
    public string Version => (string?)_document["info"]?["version"] ?? "";
}
