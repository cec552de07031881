using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Handlers.Questions.Generating;
using PaperBot.Handlers.Questions.Uploads;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>Answers a question over documents that were read: by a model where one may be asked, else by sentences.</summary>
internal sealed class Answering(
    GeneratedAnswer generated,
    ExtractiveAnswer extractive,
    SaidBefore before,
    UploadConsent consent,
    AnswerDesk desk,
    IConversationStore conversations
)
{
    /// <summary>The parameter by which a person lets the text of own files be sent.</summary>
    public const string Agree = "agree";

    /// <summary>Answers over documents that were read, and lets the conversation go on about them.</summary>
    public async Task<Outcome<Reply>> AnswerAsync(
        string question,
        IReadOnlyList<AskedDocument> asked,
        CommandRequest request,
        CancellationToken cancellationToken
    )
    {
        var names = asked.Select(one => one.Paper?.Asked.ToString() ?? one.Name).ToList();
        await conversations.TalkAboutAsync(request.Conversation, request.Person.Id, names, cancellationToken);
        var about = string.Join(',', asked.Select(one => one.Name));
        if (asked.Any(one => one.Document.Owner is not null) && await desk.UnavailableAsync(cancellationToken) is null)
        {
            // Only for a file of the person's own: nothing of it leaves this machine before it was agreed to.
            if (request.Arguments.Values.TryGetValue(Agree, out var agreed) && agreed is false)
                return Private(extractive.Of(question, asked, Errors.Refused("upload.kept"), request.Locale));
            if (agreed is true)
                await consent.GiveAsync(request.Person.Id, cancellationToken);
            else if (!await consent.HasAsync(request.Person.Id, cancellationToken))
                return consent.Ask(yes => AskLine.Of(about, yes, question), request.Locale);
        }
        var history = await HistoryAsync(question, about, request, cancellationToken);
        var answer = await generated.OfAsync(question, asked, history, request, cancellationToken);
        var isPrivate = asked.Any(one => one.Document.Owner is not null);
        if (!answer.IsOk)
            return Seen(extractive.Of(question, asked, answer.Error, request.Locale), isPrivate);
        if (answer.Value is not { } reply)
            return Seen(extractive.Of(question, asked, null, request.Locale), isPrivate);
        await before.AddAsync(
            request.Conversation,
            request.Person.Id,
            about,
            question,
            reply.Cards[0].Markdown,
            cancellationToken
        );
        return Seen(reply, isPrivate);
    }

    private static Reply Private(Reply reply) => reply with { Visibility = Visibility.Private };

    // What stands in a file of somebody's own is for that person's eyes.
    private static Reply Seen(Reply reply, bool isPrivate) => isPrivate ? Private(reply) : reply;

    // Only a question that leans on what was said gets it: every other one is the same for everybody.
    private async Task<IReadOnlyList<(string Question, string Answer)>> HistoryAsync(
        string question,
        string about,
        CommandRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!FollowUp.LeansOnBefore(question))
            return [];
        var said = await before.ReadAsync(request.Conversation, about, cancellationToken);
        var same = GeneratedAnswer.Normal(question);
        return said.Any(turn => GeneratedAnswer.Normal(turn.Question) == same) ? [] : said;
    }
}
