using PaperBot.Core.Outcomes;

namespace PaperBot.Tests.Handlers.Calculate;

public sealed class CalcTests : IAsyncDisposable
{
    private readonly CalculateRig _rig = new();

    [Theory]
    [InlineData("/calc 1/3", "$$\n\\frac{1}{3} \\approx 0.333333333333\n$$\n\n`1/3 ≈ 0.333333333333`")]
    [InlineData("/算 2+2", "$$\n2 + 2 = 4\n$$\n\n`4`")]
    [InlineData("=1/4", "$$\n\\frac{1}{4} = 0.25\n$$\n\n`1/4 = 0.25`")]
    [InlineData("＝ 2x + x", "$$\n2 x + x = 3 x\n$$\n\n`3*x`")]
    [InlineData("= a = 3", "$$\na = 3\n$$\n\n`a = 3`")]
    [InlineData("/calc f(x) = x^2", "$$\n\\operatorname{f}\\left(x\\right) = x^{2}\n$$\n\n`f(x) := x^2`")]
    [InlineData("/calc b = 1/4", "$$\nb = \\frac{1}{4} = 0.25\n$$\n\n`b = 1/4 = 0.25`")]
    [InlineData("/calc 0.5", "$$\n0.5\n$$\n\n`0.5`")]
    [InlineData("/calc 1 < 2", "$$\n1 < 2 \\;\\Longrightarrow\\; \\text{true}\n$$\n\n`true`")]
    [InlineData("/calc x^2 = 4", "$$\nx^{2} = 4 \\;\\Longrightarrow\\; x = -2,\\quad x = 2\n$$\n\n`x = -2; x = 2`")]
    [InlineData(@"=\frac{1}{2}", "$$\n\\frac{1}{2} = 0.5\n$$\n\n`1/2 = 0.5`")]
    public async Task An_answer_is_a_formula_and_a_line_to_copy(string typed, string expected) =>
        (await _rig.TextAsync(typed)).ShouldBe(expected);

    [Fact]
    public async Task Names_live_a_day_in_their_conversation()
    {
        await _rig.AskAsync("/calc a = 3; f(x) = x^2");

        (await _rig.TextAsync("/calc f(a)")).ShouldContain("`9`");
        (await _rig.TextAsync("/calc ans + 1")).ShouldContain("`10`");

        _rig.Clock.Advance(TimeSpan.FromHours(25));
        (await _rig.TextAsync("/calc a + 1")).ShouldContain("`a + 1`");
    }

    [Fact]
    public async Task Inputs_at_the_same_time_lose_no_name()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _rig.AskAsync($"/calc v{i} = {i}")));

        var sum = string.Join('+', Enumerable.Range(0, 8).Select(i => $"v{i}"));
        (await _rig.TextAsync($"/calc {sum}")).ShouldContain("`28`");
    }

    [Fact]
    public async Task An_error_has_a_caret_under_its_place_in_both_languages()
    {
        var response = await _rig.AskAsync("/calc 2^^3");

        response.Error!.Kind.ShouldBe(ErrorKind.UserInput);
        response.Reply!.Cards[0].Markdown.ShouldStartWith("No result: ^ does not fit here. Expected here: ");
        response.Reply.Cards[0].Markdown.ShouldEndWith("\n\n```\n2^^3\n  ^\n```");
        var chinese = await _rig.TextAsync("/算 lang:zh 2^^3");
        chinese.ShouldStartWith("没有结果：");
        chinese.ShouldContain("此处应为");
        chinese.ShouldEndWith("\n\n```\n2^^3\n  ^\n```");
    }

    [Fact]
    public async Task What_was_answered_before_an_error_stays()
    {
        var response = await _rig.AskAsync("/calc b = 7; )");

        response.Error.ShouldNotBeNull();
        var partial = await _rig.AskAsync("/calc b = 7; 1/0");
        partial.Error.ShouldBeNull();
        partial.Reply!.Cards[0].Markdown.ShouldContain("`b = 7`");
        partial.Reply.Cards[0].Markdown.ShouldContain("No result: Division by zero.");
        (await _rig.TextAsync("/calc b + 1")).ShouldContain("`8`");
    }

    [Fact]
    public async Task Remarks_are_worded()
    {
        (await _rig.TextAsync("/calc solve(sin x = 0, x)")).ShouldContain("- There may be more solutions.");
        (await _rig.TextAsync("/calc lang:zh solve(sin x = 0, x)")).ShouldContain("\n- ");
    }

    [Fact]
    public async Task Foreign_text_stays_text()
    {
        var text = await _rig.TextAsync("/calc **bold**`x`[a](http://b)");

        text.ShouldNotContain("**bold** ");
        text.ShouldContain("```\n**bold**`x`");
    }

    [Fact]
    public async Task Nothing_to_calculate_is_told_with_the_usage() =>
        (await _rig.AskAsync("/calc")).Error!.Kind.ShouldBe(ErrorKind.UserInput);

    [Theory]
    [InlineData("9**9**9**9**9")]
    [InlineData("factorial(999999)")]
    [InlineData("zeros(100000, 100000)")]
    [InlineData("f(x) = f(x+1); f(1)")]
    [InlineData("digits(pi, 10^9)")]
    [InlineData("1e999999999")]
    [InlineData("[1,2;3,4]^(10^9)")]
    [InlineData("((((((((((((((((")]
    [InlineData("\\frac{1}{")]
    [InlineData("__import__('os').system('id')")]
    [InlineData("$$\n$$ `` | <b> @everyone")]
    [InlineData("；；；")]
    public async Task Hostile_input_is_answered(string input)
    {
        var response = await _rig.AskAsync("/calc " + input);

        response.Reply!.Cards[0].Markdown.Length.ShouldBeInRange(1, 20_000);
        response.Error?.Kind.ShouldBe(ErrorKind.UserInput);
    }

    [Fact]
    public async Task Deep_nesting_and_many_statements_are_bounded()
    {
        (await _rig.AskAsync("/calc " + new string('(', 3_900))).Error!.Kind.ShouldBe(ErrorKind.UserInput);
        (await _rig.TextAsync("/calc " + string.Join(';', Enumerable.Repeat("1", 500)))).ShouldContain(
            "488 more answers are not shown."
        );
        (await _rig.AskAsync("/calc " + new string('1', 4_001))).Error!.Kind.ShouldBe(ErrorKind.UserInput);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
