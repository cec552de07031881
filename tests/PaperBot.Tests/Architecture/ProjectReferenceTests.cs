using System.Xml.Linq;
using PaperBot.Testing;

namespace PaperBot.Tests.Architecture;

/// <summary>The arrows that are written in the csproj files are those of the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ProjectReferenceTests
{
    private static string Source { get; } = Path.Combine(TestData.RepositoryRoot, "src");

    [Fact]
    public void Every_arrow_in_a_project_is_in_the_picture_and_the_other_way_round()
    {
        var drawn = Drawn();
        var written = Directory
            .EnumerateFiles(Source, "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References);

        Lines(written).ShouldBe(Lines(drawn));
    }

    [Fact]
    public void Arrows_point_down_only()
    {
        var drawn = Drawn();
        foreach (var project in drawn.Keys)
            Below(project, drawn).ShouldNotContain(project);
    }

    [Fact]
    public void Handlers_and_platforms_do_not_know_each_other()
    {
        var drawn = Drawn();

        Below("PaperBot.Handlers", drawn).ShouldNotContain("PaperBot.Platforms");
        Below("PaperBot.Platforms", drawn).ShouldNotContain("PaperBot.Handlers");
    }

    [Fact]
    public void Core_has_no_package_and_no_project()
    {
        var core = XDocument.Load(Path.Combine(Source, "PaperBot.Core", "PaperBot.Core.csproj"));

        core.Descendants().Where(e => e.Name.LocalName is "PackageReference" or "ProjectReference").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Markdig", "PaperBot.Markdown")]
    [InlineData("MathNet.Numerics", "PaperBot.Calculator")]
    [InlineData("Dapper", "PaperBot.Storage")]
    [InlineData("Npgsql", "PaperBot.Storage")]
    [InlineData("Microsoft.Data.Sqlite", "PaperBot.Storage", "PaperBot.Search")]
    [InlineData("AngleSharp", "PaperBot.Upstreams")]
    [InlineData("Anthropic", "PaperBot.Upstreams")]
    [InlineData("Handlebars.Net", "PaperBot.Upstreams")]
    [InlineData("Microsoft.Extensions.AI.Abstractions", "PaperBot.Upstreams")]
    [InlineData("Microsoft.Extensions.AI.OpenAI", "PaperBot.Upstreams")]
    [InlineData("OpenAI", "PaperBot.Upstreams")]
    [InlineData("YamlDotNet", "PaperBot.Upstreams")]
    public void A_package_is_used_by_its_owners_alone_and_not_passed_on(string package, params string[] owners)
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*.csproj", SearchOption.AllDirectories))
        foreach (var reference in XDocument.Load(file).Descendants("PackageReference"))
            if ((string?)reference.Attribute("Include") == package)
            {
                owners.ShouldContain(Path.GetFileNameWithoutExtension(file));
                ((string?)reference.Attribute("PrivateAssets")).ShouldNotBeNull().ShouldContain("compile");
            }
    }

    /// <summary>The fenced block <c>projects</c>: <c>A -> B, C</c> a line.</summary>
    private static Dictionary<string, string[]> Drawn()
    {
        var lines = File.ReadLines(Path.Combine(TestData.RepositoryRoot, "docs", "architecture.md"))
            .SkipWhile(line => line != "```projects")
            .Skip(1)
            .TakeWhile(line => line != "```")
            .Select(line => line.Split("->", StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1].Split(", ") : []);
        lines.ShouldNotBeEmpty();
        return lines;
    }

    private static string[] References(string project) =>
        [
            .. XDocument
                .Load(project)
                .Descendants("ProjectReference")
                .Select(reference => ((string)reference.Attribute("Include")!).Replace('\\', '/'))
                .Select(path => Path.GetFileNameWithoutExtension(path)),
        ];

    private static IEnumerable<string> Lines(Dictionary<string, string[]> projects) =>
        projects
            .Select(pair => $"{pair.Key} -> {string.Join(", ", pair.Value.Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal);

    private static HashSet<string> Below(string project, Dictionary<string, string[]> drawn)
    {
        var below = new HashSet<string>();
        var open = new Stack<string>(drawn[project]);
        while (open.TryPop(out var next))
            if (below.Add(next))
                foreach (var further in drawn[next])
                    open.Push(further);
        return below;
    }
}
