using PaperBot.Core.Commands;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Parsing;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Texts;

public sealed class SpecTextTests
{
    private const int Longest = 100;

    private static readonly LineParser Parser = new(new CommandTable(BotTexts.Specs));

    public static TheoryData<string> Commands => [.. BotTexts.Specs.Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_has_its_texts_in_both_languages(string name)
    {
        var spec = Find(name);
        var keys = new List<string> { spec.TextKey + ".description", spec.TextKey + ".examples" };
        foreach (var parameter in spec.Parameters)
        {
            keys.Add(SpecTexts.KeyOf(spec, parameter));
            keys.AddRange(parameter.Choices.Select(choice => SpecTexts.ChoiceKeyOf(spec, parameter, choice)));
        }
        foreach (var locale in Locale.All)
        foreach (var key in keys)
            BotTexts.Catalogue.Own(locale).Keys.ShouldContain(key);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Descriptions_have_at_most_100_characters(string name)
    {
        var spec = Find(name);
        foreach (var locale in Locale.All)
        {
            SpecTexts.Description(BotTexts.Catalogue, locale, spec).Length.ShouldBeLessThanOrEqualTo(Longest);
            foreach (var parameter in spec.Parameters.Concat(CommonParameters.All))
                SpecTexts
                    .Description(BotTexts.Catalogue, locale, spec, parameter)
                    .Length.ShouldBeLessThanOrEqualTo(Longest, $"{name} {parameter.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Examples_are_lines_of_that_command(string name)
    {
        var spec = Find(name);
        foreach (var locale in Locale.All)
        {
            var examples = SpecTexts.Examples(BotTexts.Catalogue, locale, spec);
            examples.ShouldNotBeEmpty();
            foreach (var example in examples)
            {
                // A file comes along, as it does on a platform.
                var parsed = Parser.Parse(example, Incomings.Of(example) with { FileByText = _ => SomeFile });
                parsed.IsOk.ShouldBeTrue(parsed.IsOk ? "" : $"{example}: {parsed.Error}");
                parsed.Value.Spec.Name.ShouldBe(name, example);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_has_a_chinese_name(string name) =>
        Find(name).Aliases.ShouldContain(alias => InputText.IsHan(alias[0]));

    private static IncomingFile SomeFile { get; } =
        new("paper.pdf", "application/pdf", 1, _ => Task.FromResult(Stream.Null));

    private static CommandSpec Find(string name) => BotTexts.Specs.Single(spec => spec.Name == name);
}
