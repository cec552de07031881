using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class ErrorWordsTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ErrorWords _words;

    public ErrorWordsTests() => _words = new(HandlerRig.Texts, _clock);

    private DateTimeOffset Soon => _clock.GetUtcNow().AddSeconds(30);

    [Fact]
    public void A_text_that_does_not_say_when_to_come_back_gets_a_sentence_that_does() =>
        _words
            .Text(Errors.UpstreamDown("upstream.down", Soon, ("upstream", "arXiv")), Locale.English)
            .ShouldBe("arXiv does not answer at the moment. Try again in 30 s.");

    [Fact]
    public void Without_a_time_nothing_is_added() =>
        _words
            .Text(Errors.UpstreamDown("upstream.down", null, ("upstream", "arXiv")), Locale.English)
            .ShouldBe("arXiv does not answer at the moment.");

    [Fact]
    public void A_text_that_names_the_time_says_it_once() =>
        _words.Text(ModelErrors.Quota(Soon), Locale.English).ShouldNotContain("Try again");
}
