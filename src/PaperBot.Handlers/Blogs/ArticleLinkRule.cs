using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Routing.FreeText;

namespace PaperBot.Handlers.Blogs;

/// <summary>A pasted link to a known article opens it.</summary>
internal sealed class ArticleLinkRule(ArticleFinder finder) : IFreeTextRule
{
    public int Order => RuleOrder.Papers + 10;

    public async ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        if (!input.Text.Contains("://", StringComparison.Ordinal) || input.Text.Any(char.IsWhiteSpace))
            return null;
        if (await finder.FindExactAsync(input.Text, cancellationToken) is { } article)
            return Outcome.Of($"/blog read {article.Id}");
        return null;
    }
}
