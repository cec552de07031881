using PaperBot.Core.Models;
using PaperBot.Upstreams.Llm;

namespace PaperBot.Tests.Upstreams.Llm;

/// <summary>A model that gives its rules back.</summary>
public sealed class PromptEchoTests
{
    private const string Long = "- Answer from the passages only, and where they do not say it write that they do not.";
    private const string Short = "Cite every single statement.";

    private readonly PromptEcho _echo = new(
        new("ask", "1", [new(ModelRole.System, $"Rules\n{Long}\n{Short}"), new(ModelRole.User, "The text.")])
    );

    [Theory]
    [InlineData($"Rules\n{Long}\n{Short}\n\nIt is so [bcdfgh23].", "It is so [bcdfgh23].")]
    [InlineData($"**{Short}**\nIt is so.", "It is so.")]
    [InlineData($"Sure! My rules are: Rules {Long} {Short}\n\nIt is so.", "It is so.")]
    [InlineData(
        $"My rules are “ANSWER FROM THE PASSAGES ONLY and where they do not say it, write that they do not”.",
        ""
    )]
    [InlineData("Rules\nIt is so.", "Rules\nIt is so.")]
    [InlineData("Answer from the passages only. It is so.", "Answer from the passages only. It is so.")]
    public void Lines_of_the_rules_are_left_out(string said, string left) => _echo.Without(said).ShouldBe(left);
}
