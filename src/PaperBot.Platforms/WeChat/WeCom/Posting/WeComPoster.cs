using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Texts;
using PaperBot.Platforms.WeChat.WeCom.Connection;
using PaperBot.Platforms.WeChat.WeCom.Rendering;

namespace PaperBot.Platforms.WeChat.WeCom.Posting;

/// <summary>
/// Sends the messages of a post one after another and writes down how far it came, so that nothing is sent twice and
/// nothing counts that WeCom did not confirm. A message whose fate nobody knows is not repeated silently.
/// </summary>
internal sealed partial class WeComPoster(
    WeComLink link,
    WeComUpload upload,
    ChatBudget budget,
    IConversationStore conversations,
    WeChatNotices notices,
    ITexts texts,
    TimeProvider time,
    ILogger<WeComPoster> logger
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Sends what is still to be sent of a post. The same key goes on where it stood.</summary>
    public async Task<DeliveryResult> PostAsync(
        WeComPost post,
        WeComTarget target,
        string key,
        CancellationToken cancellationToken
    )
    {
        var state = PostState.Read(await conversations.ReadAsync(Talk(target), Name(key), cancellationToken));
        while (state.Done < post.Count)
        {
            if (budget.TryAnswer(target.Chat) is { } wait)
                return new DeliveryResult.Failed(DeliveryFailure.Unavailable, time.GetUtcNow() + wait);
            var wasOpen = state.Open;
            state = await NoteAsync(target, key, state with { Open = true }, cancellationToken);
            WeComFrame answer;
            try
            {
                answer = await SendAsync(post, state.Done, wasOpen, target, cancellationToken);
            }
            catch (WeComLostException e)
            {
                if (e.WasSent)
                    return new DeliveryResult.Unknown();
                await NoteAsync(target, key, state with { Open = wasOpen }, cancellationToken);
                return Soon();
            }
            var isDone = answer.ErrorCode is 0 || (state.Done >= post.Texts.Count && !IsTransient(answer));
            if (answer.ErrorCode is not 0)
                Tell(target, answer);
            if (!isDone)
            {
                // What was refused is not there; what was sent before it may be.
                await NoteAsync(target, key, state with { Open = wasOpen }, cancellationToken);
                return Failure(answer);
            }
            state = await NoteAsync(target, key, new PostState(state.Done + 1, false), CancellationToken.None);
        }
        notices.Forget(WeComIds.Place(target.Chat));
        return new DeliveryResult.Sent(key);
    }

    /// <summary>Shows how far an answer is, in the message that will become it; false when that makes no sense any more.</summary>
    public async Task<bool> ShowAsync(WeComAddress address, string text, CancellationToken cancellationToken)
    {
        if (!address.IsAlive(time.GetUtcNow()))
            return false;
        if (!budget.TryProgress(address.Chat))
            return true;
        try
        {
            var answer = await StreamAsync(address, text, isWhole: false, cancellationToken);
            return answer.ErrorCode is not { } code || !WeComErrors.IsTooLate(code);
        }
        catch (WeComLostException)
        {
            // Progress that cannot be shown is not shown; the answer will be.
            return true;
        }
    }

    /// <summary>Ends the message in place with a line: the answer will be a message of its own.</summary>
    public async Task CloseAsync(WeComAddress address, string text, CancellationToken cancellationToken)
    {
        try
        {
            await budget.AnswerAsync(address.Chat, cancellationToken);
            await StreamAsync(address, text, isWhole: true, cancellationToken);
        }
        catch (WeComLostException)
        {
            // WeCom closes it by itself after a while.
        }
    }

    private async Task<WeComFrame> SendAsync(
        WeComPost post,
        int step,
        bool wasOpen,
        WeComTarget target,
        CancellationToken cancellationToken
    )
    {
        if (step >= post.Texts.Count)
            return await SendOtherAsync(post, step - post.Texts.Count, wasOpen, target, cancellationToken);
        var text = post.Texts[step];
        if (step == 0 && target.Address is { } address && address.IsAlive(time.GetUtcNow()))
        {
            // The stream's id makes this one repeatable: it takes the place of what stands there.
            var answer = await StreamAsync(address, text, isWhole: true, cancellationToken);
            if (answer.ErrorCode is not { } code || !WeComErrors.IsTooLate(code))
                return answer;
        }
        if (wasOpen)
            text = target.Address is null
                ? texts.Get(target.Locale, "wecom.unsure", ("part", step + 1), ("parts", post.Texts.Count))
                : texts.Get(target.Locale, "wecom.again") + "\n\n" + text;
        if (step == 0 && target.IsGroup)
            text = $"<@{target.Address!.User}>\n{text}";
        return await link.CallAsync(
            WeComCommands.Send,
            new JsonObject
            {
                ["chatid"] = target.Chat,
                ["msgtype"] = "markdown",
                ["markdown"] = new JsonObject { ["content"] = text },
            },
            cancellationToken
        );
    }

    private async Task<WeComFrame> SendOtherAsync(
        WeComPost post,
        int file,
        bool wasOpen,
        WeComTarget target,
        CancellationToken cancellationToken
    )
    {
        var body = new JsonObject { ["chatid"] = target.Chat };
        if (file < post.Files.Count)
        {
            // A picture whose fate is not known is not sent again: the text beside it stands.
            if (wasOpen && target.Address is null)
                return new WeComFrame { ErrorCode = 0 };
            var uploaded = await upload.SendAsync(post.Files[file], cancellationToken);
            if (WeComUpload.MediumOf(uploaded) is not { } medium)
                return uploaded;
            var kind = WeComUpload.KindOf(post.Files[file]);
            body["msgtype"] = kind;
            body[kind] = new JsonObject { ["media_id"] = medium };
        }
        else
        {
            // A card's task is unique at WeCom: sent twice it is there once.
            body["msgtype"] = "template_card";
            body["template_card"] = post.Card!.DeepClone();
        }
        return await link.CallAsync(WeComCommands.Send, body, cancellationToken);
    }

    private Task<WeComFrame> StreamAsync(
        WeComAddress address,
        string text,
        bool isWhole,
        CancellationToken cancellationToken
    ) =>
        link.AnswerAsync(
            WeComCommands.Respond,
            address.RequestId!,
            new JsonObject
            {
                ["msgtype"] = "stream",
                ["stream"] = new JsonObject
                {
                    ["id"] = address.Stream,
                    ["finish"] = isWhole,
                    ["content"] = text,
                },
            },
            cancellationToken
        );

    private async Task<PostState> NoteAsync(
        WeComTarget target,
        string key,
        PostState state,
        CancellationToken cancellationToken
    )
    {
        await conversations.WriteAsync(Talk(target), Name(key), state.Write(), target.Asker, Kept, cancellationToken);
        return state;
    }

    private void Tell(WeComTarget target, WeComFrame answer)
    {
        var code = answer.ErrorCode ?? WeComErrors.Busy;
        if (WeComErrors.IsTransient(code))
            return;
        Log.Refused(logger, code);
        notices.Tell(
            WeComIds.Place(target.Chat),
            FormattableString.Invariant($"refused.{code}"),
            Message.Of("wecom.post.refused", ("code", code))
        );
    }

    private DeliveryResult.Failed Failure(WeComFrame answer) =>
        answer.ErrorCode switch
        {
            null => Soon(),
            { } code when WeComErrors.IsTransient(code) => new(
                DeliveryFailure.Unavailable,
                time.GetUtcNow() + (code == WeComErrors.TooOften ? TimeSpan.FromMinutes(1) : Patience)
            ),
            { } code when WeComErrors.IsGone(code) => new(DeliveryFailure.Gone, null),
            { } code when WeComErrors.IsForbidden(code) => new(DeliveryFailure.Forbidden, null),
            _ => new(DeliveryFailure.Rejected, null),
        };

    private static bool IsTransient(WeComFrame answer) =>
        answer.ErrorCode is not { } code || WeComErrors.IsTransient(code);

    private DeliveryResult.Failed Soon() => new(DeliveryFailure.Unavailable, time.GetUtcNow() + Patience);

    private static Core.Identity.ConversationId Talk(WeComTarget target) => WeComIds.Conversation(target.Chat);

    private static string Name(string key) => "post:" + WeComIds.Short(key);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "WeCom refused a message with code {Code}.")]
        public static partial void Refused(ILogger logger, int code);
    }
}
