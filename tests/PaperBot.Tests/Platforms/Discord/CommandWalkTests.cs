using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Testing;
using PaperBot.Testing.Blogs;
using PaperBot.Testing.Discord.World;
using PaperBot.Tests.Handlers;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>Every command of the bot in the simulated Discord, in both languages, with arguments that mean something.</summary>
public sealed class CommandWalkTests
{
    private const string Paper = "1706.03762";
    private const string Demonstration = "2511.99999";

    /// <summary>Stands for the name of the blog that the walk adds, and for its number in the list.</summary>
    private const string Blog = "{blog}";

    /// <summary>Stands for a file.</summary>
    private const string Pdf = "{pdf}";

    private const int Words = 10;
    private const int Pictures = 12;

    /// <summary>In this order, because some need what others made.</summary>
    private static readonly (string Name, (string, object)[] Options)[] Walk =
    [
        ("about", []),
        ("help", []),
        ("status", []),
        ("usage", []),
        ("me", [("zone", "Europe/Berlin")]),
        ("settings", [("zone", "Asia/Shanghai")]),
        ("paper", [("paper", Paper)]),
        ("cite", [("papers", Paper), ("format", "gbt7714")]),
        ("related", [("paper", Paper)]),
        ("arxiv search", [("query", "attention")]),
        ("arxiv new", [("categories", "cs.LG")]),
        ("calc", [("input", "integrate(x^2, x, 0, 1)")]),
        ("latex", [("source", "\\frac{1}{2}")]),
        ("faq", [("paper", Demonstration)]),
        ("ask", [("paper", Demonstration), ("question", "How many violations did the baseline have?")]),
        ("translate", [("paper", Demonstration)]),
        ("upload", [("file", Pdf)]),
        ("vote", [("paper", Paper), ("vote", "up")]),
        ("save", [("papers", Paper)]),
        ("saved", []),
        ("saved export", [("format", "bibtex")]),
        ("saved remove", [("papers", Paper)]),
        ("digest add", [("categories", "cs.LG"), ("at", "08:30")]),
        ("digest list", []),
        ("digest edit", [("limit", 3)]),
        ("digest preview", []),
        ("digest show", []),
        ("digest why", [("paper", Paper)]),
        ("digest top", [("period", "week")]),
        ("digest pause", []),
        ("digest resume", []),
        ("digest status", []),
        ("digest remove", []),
        ("blog source add", [("address", Blog)]),
        ("blog sources", []),
        ("blog source refresh", [("name", Blog)]),
        ("blog source pause", [("name", Blog)]),
        ("blog source resume", [("name", Blog)]),
        ("blog watch", [("source", Blog)]),
        ("blog unwatch", [("source", Blog)]),
        ("blog", []),
        ("blog new", []),
        ("blog read", [("article", "1")]),
        ("blog popular", []),
        ("blog random", []),
        ("blog search", [("query", "attention")]),
        ("blog related", [("article", "1")]),
        ("blog series", [("article", "1")]),
        ("blog tags", []),
        ("search", [("query", "attention")]),
        ("blog source remove", [("name", Blog)]),
        ("privacy", []),
        ("privacy erase", [("confirm", true)]),
    ];

    /// <summary>What says honestly that there is nothing to show.</summary>
    private static readonly HashSet<string> MayRefuse = ["digest show not_found", "blog series not_found"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_command_answers_in_both_languages_without_a_violation()
    {
        var pdf = await File.ReadAllBytesAsync(TestData.Require("04-pdf", "real", "icml03-081.pdf"), Cancel);
        await using var blog = await BlogSimulator.StartAsync(new BlogPlan(3));
        await using var bot = await DiscordBot.StartAsync(town =>
            [
                $"--Access:Administrators:0=discord:{town.Ada.Id}",
                $"--Access:Administrators:1=discord:{town.Lin.Id}",
                "--Blogs:AllowPrivateAddresses=true",
                "--Blogs:Interval=00:00:00.02",
            ]
        );
        var (ada, lin, papers) = (bot.Town.Ada, bot.Town.Lin, bot.Town.Papers);
        var specs = bot.Services.GetRequiredService<ICommandRouter>().Specs.Where(spec => spec.Listed).ToList();
        Walk.Select(step => step.Name).Order().ShouldBe(specs.Select(spec => spec.Name).Order());
        using var kinds = new AnsweredKinds(bot.Services);

        foreach (var user in (SimUser[])[ada, lin])
        foreach (var (name, options) in Walk)
        {
            var spec = specs.Single(one => one.Name == name);
            spec.Parameters.Where(p => p.Required).ShouldAllBe(p => options.Any(o => o.Item1 == p.Name), name);
            var path = specs.Any(s => s.Name.StartsWith(name + " ", StringComparison.Ordinal)) ? name + " run" : name;
            (string, object)[] given = [.. options.Select(o => (o.Item1, Real(name, o.Item2)))];

            var answer = await bot.RunAsync(user, papers, path, given);

            answer.Components.ShouldContain(
                c => Wire.Number(c["type"]) == Words || Wire.Number(c["type"]) == Pictures,
                name
            );
            TestContext.Current.TestOutputHelper!.WriteLine($"/{name} ({user.Locale}): {DiscordBot.Text(answer)}\n");
        }

        kinds.All.Count.ShouldBe(2 * Walk.Length);
        kinds
            .All.Where(kind => !kind.EndsWith(" ok", StringComparison.Ordinal) && !MayRefuse.Contains(kind))
            .ShouldBeEmpty();
        bot.Simulator.Log.Violations.ShouldBeEmpty();
        bot.Logs.At(LogLevel.Error).ShouldBeEmpty();

        object Real(string name, object value) =>
            value switch
            {
                Pdf => new SimFile(991, "paper.pdf", "application/pdf", pdf),
                Blog when name == "blog source add" => blog.Address.AbsoluteUri,
                Blog => $"{blog.Address.Host}-{blog.Address.Port}",
                _ => value,
            };
    }
}
