using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperBot.Testing.Discord.Schemas;

/// <summary>
/// Checks JSON against the part of JSON Schema that Discord's descriptions use. Beyond the schema, a property that no
/// matching branch names is reported as unknown, also where the schema leaves objects open.
/// </summary>
public sealed partial class JsonSchema(JsonNode document)
{
    private const string UnknownMark = "unknown property";

    /// <summary>Whether a problem is an unknown property only, which Discord itself ignores.</summary>
    public static bool IsUnknownProperty(string problem) => problem.Contains(UnknownMark, StringComparison.Ordinal);

    /// <summary>What is wrong with a value, as <c>path: problem</c>; empty when nothing is.</summary>
    public IReadOnlyList<string> Check(JsonNode schema, JsonNode? value, string path = "$")
    {
        var problems = new List<string>();
        CheckInstance(schema, value, path, problems);
        return problems;
    }

    /// <summary>The schema behind a local reference, as <c>#/components/schemas/X</c>.</summary>
    public JsonNode Resolve(string reference)
    {
        var node = document;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(part)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            node = node[name] ?? throw new InvalidOperationException($"No schema at {reference}.");
        }

        return node;
    }

    /// <summary>A value on its own: in-place branches first, then what none of them named.</summary>
    private void CheckInstance(JsonNode schema, JsonNode? value, string path, List<string> problems)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var closes = Apply(schema, value, path, problems, named);
        if (!closes || value is not JsonObject members)
            return;
        foreach (var (name, _) in members)
        {
            if (!named.Contains(name))
                problems.Add($"{path}: {UnknownMark} {name}");
        }
    }

    /// <summary>Applies a schema in place.</summary>
    /// <returns>Whether it says which properties there are.</returns>
    private bool Apply(JsonNode schema, JsonNode? value, string path, List<string> problems, HashSet<string> named)
    {
        if (schema is not JsonObject rules)
            return false;
        var closes = false;
        if ((string?)rules["$ref"] is { } reference)
            closes |= Apply(Resolve(reference), value, path, problems, named);
        foreach (var part in rules["allOf"] as JsonArray ?? [])
            closes |= Apply(part!, value, path, problems, named);
        foreach (var key in (string[])["oneOf", "anyOf"])
        {
            if (rules[key] is JsonArray branches)
                closes |= ApplyBest(branches, value, path, problems, named);
        }

        if (rules["type"] is { } type && !IsType(type, value))
        {
            problems.Add($"{path}: {Describe(value)} is not of type {type.ToJsonString()}");
            return closes;
        }

        if (rules.ContainsKey("const") && !Same(rules["const"], value))
            problems.Add($"{path}: {Describe(value)} is not {rules["const"]?.ToJsonString()}");
        if (rules["enum"] is JsonArray allowed && !allowed.Any(option => Same(option, value)))
            problems.Add($"{path}: {Describe(value)} is none of the allowed values");
        switch (value)
        {
            case JsonObject members:
                closes |= ApplyToObject(rules, members, path, problems, named);
                break;
            case JsonArray items:
                ApplyToArray(rules, items, path, problems);
                break;
            case JsonValue scalar:
                ApplyToScalar(rules, scalar, path, problems);
                break;
        }

        return closes;
    }

    /// <summary>
    /// Of alternatives the one with the fewest problems counts: Discord's unions are told apart by a <c>type</c>, which
    /// the schema does not call by that name.
    /// </summary>
    private bool ApplyBest(
        JsonArray branches,
        JsonNode? value,
        string path,
        List<string> problems,
        HashSet<string> named
    )
    {
        List<string>? best = null;
        HashSet<string> bestNamed = [];
        var (bestCloses, bestScore) = (false, int.MaxValue);
        foreach (var branch in branches)
        {
            var found = new List<string>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            var closes = Apply(branch!, value, path, found, names);
            // A wrong discriminator outweighs any number of problems inside.
            var unknown = closes && value is JsonObject members ? members.Count(m => !names.Contains(m.Key)) : 0;
            var score = found.Sum(p => IsDiscriminator(p, path) ? 1000 : 2) + unknown;
            if (score >= bestScore)
                continue;
            (best, bestNamed, bestCloses, bestScore) = (found, names, closes, score);
            if (score == 0)
                break;
        }

        problems.AddRange(best ?? []);
        named.UnionWith(bestNamed);
        return bestCloses;
    }

    private static bool IsDiscriminator(string problem, string path) =>
        problem.StartsWith($"{path}.type:", StringComparison.Ordinal)
        || problem.StartsWith($"{path}: ", StringComparison.Ordinal)
            && problem.Contains("is not of type", StringComparison.Ordinal);

    private bool ApplyToObject(
        JsonObject rules,
        JsonObject members,
        string path,
        List<string> problems,
        HashSet<string> named
    )
    {
        foreach (var required in rules["required"] as JsonArray ?? [])
        {
            if (!members.ContainsKey((string)required!))
                problems.Add($"{path}: {required} is missing");
        }

        var properties = rules["properties"] as JsonObject;
        foreach (var (name, member) in members)
        {
            if (properties?[name] is { } schema)
                CheckInstance(schema, member, $"{path}.{name}", problems);
            else if (rules["additionalProperties"] is JsonObject others)
                CheckInstance(others, member, $"{path}.{name}", problems);
            else if (rules["additionalProperties"] is not JsonValue open || open.GetValueKind() == JsonValueKind.False)
                continue;
            named.Add(name);
        }

        Range(rules, "minProperties", "maxProperties", members.Count, $"{path}: properties", problems);
        return properties is not null || rules["additionalProperties"] is not null;
    }

    private void ApplyToArray(JsonObject rules, JsonArray items, string path, List<string> problems)
    {
        Range(rules, "minItems", "maxItems", items.Count, $"{path}: items", problems);
        if ((bool?)rules["uniqueItems"] == true)
        {
            if (items.Select(item => item?.ToJsonString()).Distinct().Count() != items.Count)
                problems.Add($"{path}: items are not unique");
        }

        if (rules["items"] is not { } schema)
            return;
        for (var i = 0; i < items.Count; i++)
            CheckInstance(schema, items[i], $"{path}[{i}]", problems);
    }

    private static void ApplyToScalar(JsonObject rules, JsonValue value, string path, List<string> problems)
    {
        if (value.GetValueKind() == JsonValueKind.String)
        {
            var text = value.GetValue<string>();
            // Discord counts code points, as JSON Schema does.
            Range(rules, "minLength", "maxLength", text.EnumerateRunes().Count(), $"{path}: length", problems);
            if ((string?)rules["pattern"] is { } pattern && !Matches(pattern, text))
                problems.Add($"{path}: {Describe(value)} does not match {pattern}");
            if ((string?)rules["format"] is { } format && !HasFormat(format, text))
                problems.Add($"{path}: {Describe(value)} is no {format}");
        }
        else if (value.GetValueKind() == JsonValueKind.Number)
        {
            Range(
                rules,
                "minimum",
                "maximum",
                double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
                $"{path}: value",
                problems
            );
        }
    }

    private static bool Matches(string pattern, string text)
    {
        // The two patterns of the description; a schema with another one is met by this exception.
        return pattern switch
        {
            "^(0|[1-9][0-9]*)$" => Number().IsMatch(text),
            "^[0-9]+$" => Digits().IsMatch(text),
            _ => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(100)),
        };
    }

    private static bool HasFormat(string format, string text) =>
        format switch
        {
            "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "nonce" => text.Length <= 25,
            _ => true,
        };

    private static void Range(
        JsonObject rules,
        string min,
        string max,
        double value,
        string what,
        List<string> problems
    )
    {
        if (rules[min] is { } low && value < AsDouble(low))
            problems.Add($"{what} {value} is below {low}");
        if (rules[max] is { } high && value > AsDouble(high))
            problems.Add($"{what} {value} is above {high}");
    }

    private static double AsDouble(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static bool IsType(JsonNode type, JsonNode? value)
    {
        if (type is JsonArray many)
            return many.Any(one => IsType(one!, value));
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        return (string)type! switch
        {
            "null" => kind == JsonValueKind.Null,
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "number" => kind == JsonValueKind.Number,
            // "Our API accepts strings for int fields if they are parseable as ints": the description's own words.
            "integer" => kind == JsonValueKind.Number
                && value!.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-')
                || kind == JsonValueKind.String && Number().IsMatch(value!.GetValue<string>()),
            _ => true,
        };
    }

    private static bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a, b);

    private static string Describe(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    [GeneratedRegex("^(0|-?[1-9][0-9]*)$", RegexOptions.None, 100)]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]+$", RegexOptions.None, 100)]
    private static partial Regex Digits();
}
