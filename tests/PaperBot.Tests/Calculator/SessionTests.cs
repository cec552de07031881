using PaperBot.Calculator;

namespace PaperBot.Tests.Calculator;

public sealed class SessionTests
{
    [Fact]
    public void A_saved_session_goes_on_where_it_was()
    {
        var session = new CalculatorSession();
        Run(session, "x = 1/3; y = 2.5; A = [1, 2; 3, a]; f(t, u) = t^2 + u x");

        var again = CalculatorSession.Restore(session.Save(CalculatorLimits.Default), CalculatorLimits.Default);

        again.Names.ShouldBe(session.Names);
        Run(again, "f(2, 3)").ShouldBe("5");
        Run(again, "y + 1").ShouldBe("3.5");
        Run(again, "A[2, 2]").ShouldBe("a");
    }

    [Fact]
    public void The_oldest_names_give_way()
    {
        var limits = CalculatorLimits.Default with { SessionNames = 3 };
        var session = new CalculatorSession();

        CalculatorEngine.Evaluate(
            "a = 1; b = 2; c = 3; d = 4",
            session,
            limits,
            TimeProvider.System,
            CancellationToken.None
        );

        session.Names.ShouldBe(["b", "c", "d"]);
    }

    [Fact]
    public void A_saved_session_is_bounded()
    {
        var limits = CalculatorLimits.Default with { SessionLength = 200 };
        var session = new CalculatorSession();
        Run(session, "big = 7^100; small = 1");

        session.Save(limits).Length.ShouldBeLessThanOrEqualTo(200);
    }

    [Theory]
    [InlineData("x := 1\n)(\ny := 2", "x,y")]
    [InlineData("nonsense", "")]
    [InlineData("x := ((((", "")]
    public void A_damaged_line_does_not_spoil_the_rest(string saved, string names) =>
        string.Join(",", CalculatorSession.Restore(saved, CalculatorLimits.Default).Names).ShouldBe(names);

    [Theory]
    [InlineData("pi = 3", "calculator.name.reserved")]
    [InlineData("sin = 3", "calculator.name.function")]
    [InlineData("sin(x) = 3", "calculator.name.function")]
    [InlineData("f(x, x) = 3", "calculator.name.twice")]
    [InlineData("x = x + 1", "calculator.name.itself")]
    public void Some_names_cannot_be_set(string input, string key) => Calc.Text(input).ShouldBe(key);

    private static string Run(CalculatorSession session, string input)
    {
        var result = CalculatorEngine.Evaluate(
            input,
            session,
            CalculatorLimits.Default,
            TimeProvider.System,
            CancellationToken.None
        );
        result.Error.ShouldBeNull();
        return result.Answers[^1].Values.Count == 0 ? "" : result.Answers[^1].Values[0].Text;
    }
}
