using PaperBot.Core.Digests;
using PaperBot.Core.Models;
using PaperBot.Core.Readers;
using PaperBot.Handlers.Blogs;
using PaperBot.Handlers.Digests;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Readers;
using PaperBot.Testing.Articles;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Readers;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>The parts of digests put together without a container.</summary>
internal static class DigestParts
{
    public static DigestPlanner Planner(
        DigestReader reader,
        DigestClock clock,
        ISubscriptionStore store,
        TimeProvider time,
        IPaperUseStore? uses = null,
        ISummaries? summaries = null
    )
    {
        var texts = HandlerRig.Texts;
        var links = new FakePaperLinks();
        uses ??= new NoPaperUses();
        var names = new PaperNames(texts);
        var reasons = new ReasonText(texts, links);
        var cards = new DigestCards(names, links, reasons, new UseCounts(uses, links, []), [], texts, time);
        return new DigestPlanner(
            reader,
            new DigestRanking(new DigestTaste(uses, new InMemoryPaperStore(), time)),
            new DigestSummaries(summaries ?? new OneSentence(), time),
            new DigestText(texts, new PaperLine(texts, names, links), reasons, cards),
            clock,
            store,
            time
        );
    }

    public static BlogPlanner Blogs(ISubscriptionStore store, TimeProvider time)
    {
        var none = new NoArticles();
        return new BlogPlanner(store, none, none, new ArticleLine(HandlerRig.Texts), HandlerRig.Texts, time);
    }
}
