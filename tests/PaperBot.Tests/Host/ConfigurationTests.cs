using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using PaperBot.Testing;

namespace PaperBot.Tests.Host;

/// <summary>The shipped settings, the options that read them and the README's tables name the same keys.</summary>
public sealed partial class ConfigurationTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(PaperBot.Handlers.HandlersServices).Assembly,
        typeof(PaperBot.Pictures.PictureOptions).Assembly,
        typeof(PaperBot.Platforms.Web.WebOptions).Assembly,
        typeof(PaperBot.Storage.StorageServices).Assembly,
        typeof(PaperBot.Upstreams.UpstreamsServiceCollectionExtensions).Assembly,
    ];

    [Fact]
    public void Every_option_stands_in_the_shipped_settings()
    {
        var shipped = Shipped();

        var missing = Options().Where(key => !shipped.Contains(key)).ToList();

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_shipped_setting_is_read_by_an_option()
    {
        var options = Options();

        var unread = Shipped()
            .Where(key => !key.StartsWith("Logging:", StringComparison.Ordinal) && !options.Contains(key));

        unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_readme_names_every_setting_and_no_other(string file)
    {
        var named = File.ReadLines(Path.Combine(TestData.RepositoryRoot, file))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Key().Matches(line.Split('|')[1]))
            .Select(match => Folded(match.Groups[1].Value))
            .Where(key =>
                key.Contains(':', StringComparison.Ordinal) && !key.StartsWith("Logging:", StringComparison.Ordinal)
            )
            .ToHashSet();
        var shipped = Shipped().Where(key => !key.StartsWith("Logging:", StringComparison.Ordinal));

        named.Order().ShouldBe(shipped.Order());
    }

    private static HashSet<string> Shipped()
    {
        var file = Path.Combine(TestData.RepositoryRoot, "src", "PaperBot.Host", "appsettings.json");
        using var stream = File.OpenRead(file);
        using var document = System.Text.Json.JsonDocument.Parse(stream);
        var keys = new HashSet<string>();
        Add(document.RootElement, "", keys);
        return keys;
    }

    private static void Add(System.Text.Json.JsonElement element, string path, HashSet<string> keys)
    {
        if (element.ValueKind == System.Text.Json.JsonValueKind.Object)
            foreach (var property in element.EnumerateObject())
                Add(
                    property.Value,
                    path.Length == 0 ? property.Name : ConfigurationPath.Combine(path, property.Name),
                    keys
                );
        else
            keys.Add(Folded(path));
    }

    private static HashSet<string> Options()
    {
        var keys = new HashSet<string>();
        foreach (var type in Assemblies.SelectMany(assembly => assembly.GetTypes()))
            if (
                type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue()
                is string section
            )
                Add(type, section, keys);
        return keys;
    }

    private static void Add(Type type, string path, HashSet<string> keys)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = ConfigurationPath.Combine(path, property.Name);
            var inner = property.PropertyType;
            if (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(Dictionary<,>))
                Add(inner.GetGenericArguments()[1], ConfigurationPath.Combine(key, "0"), keys);
            else if (inner.Namespace?.StartsWith("PaperBot", StringComparison.Ordinal) == true && inner.IsClass)
                Add(inner, key, keys);
            else if (property.SetMethod is not null || inner.IsGenericType)
                keys.Add(Folded(key));
        }
    }

    private static string Folded(string key) => Number().Replace(key, ":0");

    [GeneratedRegex("`([A-Za-z0-9:]+)`", RegexOptions.None, 1_000)]
    private static partial Regex Key();

    [GeneratedRegex(@":\d+", RegexOptions.None, 1_000)]
    private static partial Regex Number();
}
