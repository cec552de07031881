using PaperBot.Core.Commands;

namespace PaperBot.Tests.Handlers.Routing;

/// <summary>Specs with every kind of parameter, for tests of reading and writing lines.</summary>
internal static class SampleSpecs
{
    public static readonly CommandSpec Paper = new("paper")
    {
        Aliases = ["论文"],
        Parameters =
        [
            new Parameter("papers", ParameterKind.Paper)
            {
                Required = true,
                Positional = true,
                Many = true,
            },
        ],
    };

    public static readonly CommandSpec New = new("arxiv new")
    {
        Aliases = ["今日"],
        Parameters =
        [
            new Parameter("categories") { Positional = true, Aliases = ["分类"] },
            new Parameter("include") { Many = true, Aliases = ["包含"] },
            new Parameter("page", ParameterKind.Integer)
            {
                Minimum = 1,
                Maximum = 99,
                Aliases = ["页"],
            },
        ],
    };

    public static readonly CommandSpec Search = new("arxiv search")
    {
        Aliases = ["搜论文"],
        Parameters =
        [
            new Parameter("query")
            {
                Required = true,
                Positional = true,
                MaxLength = 500,
            },
            new Parameter("in"),
            new Parameter("author"),
            new Parameter("sort", ParameterKind.Choice)
            {
                Aliases = ["排序"],
                Choices = [new Choice("relevance", "相关"), new Choice("date", "日期")],
            },
        ],
    };

    public static readonly CommandSpec Calculate = new("calc")
    {
        Aliases = ["算", "计算"],
        Parameters =
        [
            new Parameter("digits", ParameterKind.Integer) { Minimum = 1 },
            new Parameter("exact", ParameterKind.Boolean) { Aliases = ["精确"] },
            new Parameter("expression")
            {
                Positional = true,
                Verbatim = true,
                MaxLength = 4_000,
            },
        ],
    };

    public static readonly CommandSpec Plot = new("plot")
    {
        Parameters =
        [
            new Parameter("from", ParameterKind.Number) { Required = true, Positional = true },
            new Parameter("to", ParameterKind.Number) { Required = true, Positional = true },
            new Parameter("step", ParameterKind.Number) { Positional = true, Maximum = 10 },
            new Parameter("expression") { Positional = true, Verbatim = true },
        ],
    };

    public static readonly CommandSpec Upload = new("upload")
    {
        Parameters =
        [
            new Parameter("title") { Required = true, Positional = true },
            new Parameter("file", ParameterKind.File) { Aliases = ["文件"] },
        ],
    };

    public static readonly CommandSpec About = new("about") { Aliases = ["关于"] };

    public static IReadOnlyList<CommandSpec> All { get; } = [Paper, New, Search, Calculate, Plot, Upload, About];
}
