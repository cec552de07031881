using System.Globalization;
using System.Text.Json;
using PaperBot.Testing;

namespace PaperBot.Tests.Calculator;

/// <summary>The reference cases of other people's literature, outside the repository.</summary>
internal static class ReferenceData
{
    public static IReadOnlyList<JsonElement> Cases(string file)
    {
        var path = TestData.Require("06-calculator", file);
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }

    public static string Text(this JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : element.GetProperty(name).GetRawText();

    public static double Number(this JsonElement element, string name) =>
        double.Parse(element.Text(name), CultureInfo.InvariantCulture);

    /// <summary>A number that may be written as a fraction.</summary>
    public static double Value(string text)
    {
        var parts = text.Split('/');
        var value = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 2 ? value / double.Parse(parts[1], CultureInfo.InvariantCulture) : value;
    }

    public static string Matrix(JsonElement rows) =>
        "["
        + string.Join(
            "; ",
            rows.EnumerateArray()
                .Select(r =>
                    r.ValueKind == JsonValueKind.Array
                        ? string.Join(", ", r.EnumerateArray().Select(c => c.GetString()))
                        : r.GetString()
                )
        )
        + "]";

    /// <summary>At least 99 of 100 hold, and what does not is said to be uncertain.</summary>
    public static void ShouldHold(IReadOnlyCollection<string> misses, int count) =>
        misses.Count.ShouldBeLessThanOrEqualTo(count / 100, string.Join('\n', misses));
}
