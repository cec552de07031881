using System.Text.Json;
using PaperBot.Testing;

namespace PaperBot.Tests.Calculator;

public sealed class InjectionTests
{
    [Fact]
    public void Attempts_to_escape_from_a_calculator_run_nothing()
    {
        var file = TestData.Require("06-calculator", "expressions-injection.json");
        foreach (var input in JsonSerializer.Deserialize<string[]>(File.ReadAllText(file))!)
        {
            var result = Calc.Run(input);
            var said =
                string.Join(' ', result.Answers.SelectMany(a => a.Values).Select(v => v.Text)) + result.Error?.Key;

            said.ShouldNotContain("hacked...", Case.Insensitive, input);
            said.ShouldNotContain("Exception", Case.Sensitive, input);
            said.ShouldNotContain("System.", Case.Sensitive, input);
        }
    }
}
