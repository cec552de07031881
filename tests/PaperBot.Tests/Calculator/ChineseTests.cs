namespace PaperBot.Tests.Calculator;

public sealed class ChineseTests
{
    [Theory]
    [InlineData("求 x^2=4", "x = -2 | x = 2")]
    [InlineData("解方程 x^2-5x+6=0", "x = 2 | x = 3")]
    [InlineData("解方程x^2=4", "x = -2 | x = 2")]
    [InlineData("解方程组 {x+y=3，x-y=1}", "x = 2 | y = 1")]
    [InlineData("求：1+1", "2")]
    [InlineData("计算（1＋2）×3", "9")]
    [InlineData("积分(x^2, x, 0, 1)", "1/3")]
    [InlineData("求导(x^3, x)", "3*x^2")]
    [InlineData("化简 (x^2-1)/(x-1)", "x + 1")]
    [InlineData("因式分解 x^2-1", "(x + 1)*(x - 1)")]
    [InlineData("行列式([1, 2; 3, 4])", "-2")]
    [InlineData("速度 = 3; 速度 * 2", "6")]
    [InlineData("解 = 3; 解 + 1", "4")]
    [InlineData("解 = 3; 解 - 1", "2")]
    public void Sentences_are_understood(string input, string expected)
    {
        var result = Calc.Run(input);

        result.Error.ShouldBeNull(input);
        string.Join(
                " | ",
                result.Answers[^1].Values.Select(v => (v.Name is null ? "" : v.Name + " = ") + (v.ExactText ?? v.Text))
            )
            .ShouldBe(expected);
    }
}
