using PaperBot.Upstreams.Llm;

namespace PaperBot.Tests.Upstreams.Llm;

public sealed class ThinkingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n<thi", "")]
    [InlineData("<think>\nhm", "")]
    [InlineData("<think>a</think>\n\nAnswer", "Answer")]
    [InlineData("Answer <think>a</think>", "Answer <think>a</think>")]
    [InlineData("<b", "<b")]
    [InlineData("A", "A")]
    public void What_stands_between_the_tags_at_the_beginning_is_left_out(string text, string expected) =>
        Thinking.Without(text).ShouldBe(expected);
}
