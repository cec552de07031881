namespace PaperBot.Testing.WeChat.Campaigns;

/// <summary>What became of a campaign's questions.</summary>
/// <param name="Conversations">How many people talked.</param>
/// <param name="Questions">How many questions they asked.</param>
/// <param name="Once">Answered once.</param>
/// <param name="Twice">Answered more than once.</param>
/// <param name="Never">Not answered at all.</param>
/// <param name="Silent">Times that the platform had to say that the account gives no service.</param>
public sealed record ConversationCounts(int Conversations, int Questions, int Once, int Twice, int Never, int Silent)
{
    public bool IsGood => Once == Questions && Twice == 0 && Never == 0 && Silent == 0;

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Conversations} conversations, {Questions} questions: {Once} answered once, {Twice} twice, {Never} never; {Silent} silent timeouts"
        );
}
