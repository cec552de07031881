using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaperBot.Tests.Discord.Model;

/// <summary>Reads JSON into a type, writes it again and says what was lost, changed or invented.</summary>
internal static class RoundTrip
{
    public static IEnumerable<string> Differences(string what, JsonElement original, JsonTypeInfo type)
    {
        JsonElement again;
        try
        {
            var value = original.Deserialize(type);
            again = JsonSerializer.SerializeToElement(value, type);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return [$"{what}: {exception.Message}"];
        }

        return Compare(what, original, again);
    }

    private static IEnumerable<string> Compare(string path, JsonElement a, JsonElement b)
    {
        switch (a.ValueKind, b.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var member in a.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null))
                {
                    if (!b.TryGetProperty(member.Name, out var other))
                        yield return $"{path}.{member.Name} is lost";
                    else
                    {
                        foreach (var difference in Compare($"{path}.{member.Name}", member.Value, other))
                            yield return difference;
                    }
                }

                foreach (var member in b.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null))
                {
                    if (!a.TryGetProperty(member.Name, out _) && !IsDefault(member.Value))
                        yield return $"{path}.{member.Name} is invented";
                }

                break;
            case (JsonValueKind.Array, JsonValueKind.Array) when a.GetArrayLength() == b.GetArrayLength():
                foreach (var (x, y, i) in a.EnumerateArray().Zip(b.EnumerateArray(), Enumerable.Range(0, 10000)))
                {
                    foreach (var difference in Compare($"{path}[{i}]", x, y))
                        yield return difference;
                }

                break;
            default:
                if (Text(a) != Text(b))
                    yield return $"{path}: {Text(a)} became {Text(b)}";
                break;
        }
    }

    /// <summary>Numbers of enumerations and permissions are written even where they were left out.</summary>
    private static bool IsDefault(JsonElement value) => value.GetRawText() is "0" or "\"0\"" or "false";

    private static string Text(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble().ToString(CultureInfo.InvariantCulture);
        var isMoment = text.Length >= 19 && text[10] == 'T';
        return isMoment && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment)
            ? moment.ToString("O", CultureInfo.InvariantCulture)
            : text;
    }
}
