namespace PaperBot.Tests.Architecture;

public sealed class SmokeTests
{
    [Fact]
    public void A_test_runs() => 2.ShouldBe(1 + 1);
}
