using System.Text.Json;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Testing;

namespace PaperBot.Tests.Core.Papers;

public sealed class ArxivCategoriesTests
{
    [Fact]
    public void Aliases_and_merged_archives_lead_to_the_canonical_name()
    {
        using var rows = JsonDocument.Parse(
            File.ReadAllText(TestData.Require("02-arxiv-ids", "category-aliases.json"))
        );
        foreach (var row in rows.RootElement.EnumerateArray())
        {
            var query = row.GetProperty("query").GetString()!;

            var found = ArxivCategories.TryFind(query, out var category);

            (found ? category.Name : null).ShouldBe(row.GetProperty("canonical").GetString(), query);
        }
    }

    [Fact]
    public void The_table_holds_every_active_category_and_archive_of_the_taxonomy()
    {
        using var taxonomy = JsonDocument.Parse(File.ReadAllText(TestData.Require("02-arxiv-ids", "taxonomy.json")));
        var aliases = taxonomy.RootElement.GetProperty("category_aliases");
        foreach (var name in taxonomy.RootElement.GetProperty("categories_active").EnumerateArray())
        {
            var wanted = aliases.TryGetProperty(name.GetString()!, out var alias)
                ? alias.GetString()
                : name.GetString();

            ArxivCategories.TryFind(name.GetString()!, out var category).ShouldBeTrue(name.GetString());
            category.Name.ShouldBe(wanted);
            category.IsArchive.ShouldBeFalse();
        }

        foreach (var name in taxonomy.RootElement.GetProperty("archives_active").EnumerateArray())
            ArxivCategories.TryFind(name.GetString()!, out _).ShouldBe(name.GetString() != "test");
        ArxivCategories.All.Count.ShouldBe(149 + 11);
    }

    [Fact]
    public void A_category_is_called_by_its_name_in_both_languages()
    {
        ArxivCategories.Describe("cs.CL", Locale.English).ShouldBe("Computation and Language");
        ArxivCategories.Describe("cs.CL", Locale.Chinese).ShouldBe("计算与语言");
        ArxivCategories.Describe("cs.SY", Locale.English).ShouldBe("Systems and Control");
        ArxivCategories.Describe("no.SUCH", Locale.Chinese).ShouldBe("no.SUCH");
        foreach (var category in ArxivCategories.All)
            (category.English.Length * category.Chinese.Length).ShouldBeGreaterThan(0, category.Name);
    }
}
