using System.Text.Json;
using PaperBot.Handlers.Papers.Citing;
using PaperBot.Testing;

namespace PaperBot.Tests.Handlers.Papers.Citing;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ashish Vaswani", "Vaswani", "Ashish", "")]
    [InlineData("Aidan N. Gomez", "Gomez", "Aidan N.", "")]
    [InlineData("Herbert Van de Sompel", "Van de Sompel", "Herbert", "")]
    [InlineData("Laurens van der Maaten", "van der Maaten", "Laurens", "")]
    [InlineData("Otto von Guericke", "von Guericke", "Otto", "")]
    [InlineData("Xenia de la Ossa", "de la Ossa", "Xenia", "")]
    [InlineData("Bart 't Hooft", "'t Hooft", "Bart", "")]
    [InlineData("Martin Luther King Jr.", "King", "Martin Luther", "Jr.")]
    [InlineData("Fred Bloggs, Jr", "Bloggs", "Fred", "Jr")]
    [InlineData("John Smith III", "Smith", "John", "III")]
    [InlineData("Jr-Shin Li", "Li", "Jr-Shin", "")]
    [InlineData("S.M. Warner", "Warner", "S. M.", "")]
    [InlineData("Gödel, Kurt", "Gödel", "Kurt", "")]
    [InlineData("Madonna", "Madonna", "", "")]
    [InlineData("Quoc V. Le", "Le", "Quoc V.", "")]
    [InlineData("Liang Bin Chen", "Chen", "Liang Bin", "")]
    [InlineData("Rafael Ben Or", "Or", "Rafael Ben", "")]
    public void Names_are_split(string name, string family, string given, string suffix) =>
        PersonName.Of(name).ShouldBe(new PersonName(family, given, suffix));

    [Theory]
    [InlineData("LIGO Scientific Collaboration")]
    [InlineData("The DELPHI Collaboration")]
    [InlineData("王小明")]
    [InlineData("Alberto Baccini And Lucio Barabesi")]
    public void Bodies_and_Chinese_names_stay_whole(string name) =>
        PersonName.Of(name).ShouldBe(new PersonName(name, IsWhole: true));

    [Theory]
    [InlineData("Jean-Pierre Serre", "J P")]
    [InlineData("Aidan N. Gomez", "A N")]
    [InlineData("SM Warner", "S M")]
    [InlineData("élie Cartan", "É")]
    public void Initials_are_of_every_given_name(string name, string initials) =>
        PersonName.Of(name).Initials.ShouldBe(initials);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\ud800 X")]
    [InlineData("van")]
    [InlineData(", ,")]
    [InlineData("- -")]
    public void Nothing_throws(string name) => PersonName.Of(name).Initials.ShouldNotBeNull();

    [Fact]
    public void Arxivs_own_vectors_agree()
    {
        var file = TestData.Require("02-arxiv-ids", "author-parsing-vectors.json");
        using var vectors = JsonDocument.Parse(File.ReadAllText(file));
        var compared = 0;
        foreach (var vector in vectors.RootElement.GetProperty("parse_author_affil").EnumerateArray())
        {
            var name = vector.GetProperty("args")[0].GetString()!;
            var expected = vector.GetProperty("expected");
            // Lists of authors are cut before names are; affiliations likewise. arXiv takes the particle of a name
            // without a given name for a given name: a reference must not.
            if (expected.GetArrayLength() != 1 || name.Contains('(', StringComparison.Ordinal) || name == "del Norte")
                continue;
            var parts = expected[0].EnumerateArray().Select(part => part.GetString()!).ToArray();
            var actual = PersonName.Of(name);
            ((string[])[actual.Family, actual.Given, actual.Suffix]).ShouldBe(parts, customMessage: name);
            compared++;
        }

        compared.ShouldBeGreaterThan(12);
    }
}
