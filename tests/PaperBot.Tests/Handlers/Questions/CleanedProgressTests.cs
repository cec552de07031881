using PaperBot.Core.Progress;
using PaperBot.Handlers.Questions.Generating;
using PaperBot.Testing.Progress;

namespace PaperBot.Tests.Handlers.Questions;

public sealed class CleanedProgressTests
{
    [Theory]
    [InlineData("A sentence that is whole. And one that", "A sentence that is whole. And one")]
    [InlineData("It is so [bcdfgh", "It is so")]
    [InlineData("It is so [bcdfghjk] and more wor", "It is so [bcdfghjk] and more")]
    [InlineData("See [here](https://ev", "See")]
    [InlineData("Hello <@1234", "Hello")]
    [InlineData("One line.\nAnd (an open bracket that goes on", "One line.\nAnd")]
    public void What_is_not_finished_waits(string text, string shown) =>
        CleanedProgress.Finished(text).TrimEnd().ShouldBe(shown);

    [Fact]
    public async Task It_is_shown_behind_what_stands_there_already()
    {
        var seen = new RecordingProgress();
        var progress = new CleanedProgress(seen, "Before. ", text => text.Replace("bad", "", StringComparison.Ordinal));

        progress.Report(new ProgressUpdate.Partial(string.Concat(Enumerable.Repeat("bad word ", 20))));
        progress.Report(new ProgressUpdate.Queued("llm:a", 1, null));

        var first = (
            await seen.NextAsync(TestContext.Current.CancellationToken)
        ).ShouldBeOfType<ProgressUpdate.Partial>();
        first.Markdown.ShouldStartWith("Before. ");
        first.Markdown.ShouldNotContain("bad");
        (await seen.NextAsync(TestContext.Current.CancellationToken)).ShouldBeOfType<ProgressUpdate.Queued>();
    }
}
