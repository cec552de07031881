using System.Text.RegularExpressions;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Handlers.Routing.FreeText;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>
/// A question in a conversation that is about papers goes on about them, and in a thread that was opened for one every
/// text that no other rule took.
/// </summary>
internal sealed partial class FollowUpRule(IConversationStore conversations) : IFreeTextRule
{
    private const int Milliseconds = 5_000;

    public int Order => RuleOrder.Question;

    public async ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        if (!input.Has("ask"))
            return null;
        // In a place that was opened for one conversation, whatever is said goes on with it.
        if (await conversations.TalkAsync(input.Incoming.Conversation, cancellationToken) is { } line)
            return Outcome.Of(Talk.Say(line, input.Text));
        if (!IsQuestion(input.Text))
            return null;
        var papers = await conversations.TalkedAboutAsync(input.Incoming.Conversation, cancellationToken);
        if (papers.Count == 0)
            return null;
        return Outcome.Of(AskLine.Of(papers, input.Text));
    }

    internal static bool IsQuestion(string text) =>
        text.Length > 2 && (text[^1] is '?' or '？' || Opening().IsMatch(text) || Chinese().IsMatch(text));

    [GeneratedRegex(
        @"^(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|has|have|and)\b.+\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        Milliseconds
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"什么|怎么|怎样|如何|为何|哪些|哪个|哪里|多少|是否|吗$|呢$",
        RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Chinese();
}
