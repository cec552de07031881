using PaperBot.Core.Articles;
using PaperBot.Core.Texts;
using PaperBot.Host.Samples;

namespace PaperBot.Tests.Host.Samples;

public sealed class SampleArticlesTests
{
    [Fact]
    public async Task There_are_articles_in_both_languages_with_headings_and_formulas()
    {
        var articles = await SampleArticles.ReadAsync(TestContext.Current.CancellationToken);

        articles.Count.ShouldBe(12);
        articles.Count(article => article.Language == "zh").ShouldBe(6);
        foreach (var article in articles)
        {
            article.Tags.ShouldNotBeEmpty();
            article.Sections.Count.ShouldBeInRange(4, 6);
            article
                .Sections.SelectMany(section => section.Blocks)
                .ShouldContain(b => b.Kind == ArticleBlockKind.Formula);
        }
    }

    [Fact]
    public async Task Every_dollar_sign_belongs_to_a_formula_that_the_renderers_see()
    {
        foreach (var article in await SampleArticles.ReadAsync(TestContext.Current.CancellationToken))
        foreach (var block in article.Sections.SelectMany(section => section.Blocks))
            WithoutFormulas(block.Text).ShouldNotContain("$", customMessage: article.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Series_lead_to_articles_and_back()
    {
        var articles = await SampleArticles.ReadAsync(TestContext.Current.CancellationToken);

        foreach (var article in articles.Where(article => article.Next is not null))
            articles.Single(other => other.Address == article.Next).Previous.ShouldBe(article.Address);
    }

    private static string WithoutFormulas(string text)
    {
        var (start, length) = MathSpan.Next(text, 0);
        while (start >= 0)
        {
            text = text.Remove(start, length).Insert(start, " ");
            (start, length) = MathSpan.Next(text, start);
        }
        return text;
    }
}
