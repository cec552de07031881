using PaperBot.Core.Commands;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class CommandLineRoundTripTests
{
    private const int Rounds = 4_000;

    private static readonly LineParser Parser = new(new CommandTable(SampleSpecs.All));

    private static readonly string[] Pieces =
    [
        "attention",
        "is",
        "1706.03762",
        "cs.AI+cs.LG-cs.CY",
        "论文",
        "注意 力",
        "a:b",
        "sort:date",
        "lang:zh",
        "in:",
        "papers:1",
        "?",
        "？",
        "\"",
        "\\",
        "\\\"",
        "\\\\",
        "“",
        "”",
        "「",
        "」",
        "'",
        "‘x’",
        "《",
        "，",
        ",",
        ";",
        "、",
        "：",
        " ",
        "  ",
        "\t",
        "\n",
        "\u3000",
        "/",
        "=",
        "-",
        "😀",
        "é",
        "$x^2$",
        "https://arxiv.org/abs/1",
        "(",
        "[",
        "#",
        "true",
    ];

    [Fact]
    public void What_is_written_is_read_back_as_the_same_arguments()
    {
        var random = new Random(20260105);
        for (var round = 0; round < Rounds; round++)
        {
            var spec = SampleSpecs.All[random.Next(SampleSpecs.All.Count)];
            var arguments = Make(spec, random);

            var line = CommandLine.Format(spec, arguments);
            var parsed = Parser.Parse(line);

            parsed.IsOk.ShouldBeTrue(parsed.IsOk ? "" : $"round {round}: «{line}» gives {parsed.Error}");
            parsed.Value.Spec.ShouldBe(spec);
            Flat(parsed.Value.Arguments).ShouldBe(Flat(arguments), $"round {round}: «{line}»");
            parsed.Value.Line.ShouldBe(line);
        }
    }

    [Fact]
    public void A_line_written_by_hand_quotes_what_needs_it()
    {
        foreach (var piece in Pieces.Where(p => !string.IsNullOrWhiteSpace(p)))
        {
            var parsed = Parser.Parse($"/arxiv search {CommandLine.Quote(piece)} sort:date");

            parsed.Value.Arguments.Text("query").ShouldBe(piece);
            parsed.Value.Arguments.Text("sort").ShouldBe("date");
        }
        CommandLine.Quote("1706.03762v5").ShouldBe("1706.03762v5");
        CommandLine.Quote("two words").ShouldBe("\"two words\"");
    }

    [Fact]
    public void Null_values_are_left_out()
    {
        CommandLine
            .Format(SampleSpecs.Search, ("query", "attention"), ("in", null), ("sort", "date"), ("private", true))
            .ShouldBe("/arxiv search attention sort:date private:true");
        CommandLine
            .Format(SampleSpecs.Calculate, ("expression", "1 + 1"), ("digits", 5L))
            .ShouldBe("/calc digits:5 1 + 1");
        CommandLine.Format(SampleSpecs.About).ShouldBe("/about");
    }

    private static Arguments Make(CommandSpec spec, Random random)
    {
        var values = new Dictionary<string, object>();
        foreach (var parameter in spec.Parameters.Concat(CommonParameters.All))
            if (parameter.Kind != ParameterKind.File && (parameter.Required || random.Next(2) == 0))
                values[parameter.Name] = Value(parameter, random);
        return new Arguments(values);
    }

    private static object Value(Parameter parameter, Random random) =>
        parameter.Kind switch
        {
            ParameterKind.Integer => (long)
                random.Next((int)(parameter.Minimum ?? -99), (int)(parameter.Maximum ?? 9_999)),
            ParameterKind.Number => Math.Min(
                random.NextDouble() * Math.Pow(10, random.Next(-300, 300)),
                parameter.Maximum ?? 1e300
            ),
            ParameterKind.Boolean => random.Next(2) == 0,
            ParameterKind.Choice => parameter.Choices[random.Next(parameter.Choices.Count)].Value,
            _ when parameter.Many => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Text(random)).ToList(),
            _ => Text(random),
        };

    private static string Text(Random random)
    {
        string text;
        do text = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        while (string.IsNullOrWhiteSpace(text));
        return text;
    }

    private static string Flat(Arguments arguments) =>
        string.Join(
            '\u0002',
            arguments.Values.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Joined(p.Value)}")
        );

    private static string Joined(object value) =>
        value is IEnumerable<string> texts ? string.Join('\u0001', texts) : $"{value}";
}
