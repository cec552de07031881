using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Platforms.WeChat.WeCom;
using PaperBot.Platforms.WeChat.WeCom.Posting;

namespace PaperBot.Platforms.WeChat.Robot;

/// <summary>
/// Posts through a group robot's webhook, twenty messages a minute. How far a post came is written down: the same key
/// goes on where it stood, and a message whose fate nobody knows is not repeated silently.
/// </summary>
internal sealed class RobotOutbox(
    IHttpClientFactory clients,
    IOptions<RobotOptions> options,
    RobotWriter writer,
    IConversationStore conversations,
    WeChatNotices notices,
    ITexts texts,
    TimeProvider time
) : IOutbox
{
    public const string Client = "wecom-robot";

    /// <summary>The one place of this platform: <c>wecom-robot:group</c>.</summary>
    public const string Name = "wecom-robot";

    private const int PerMinute = 20;

    private static readonly PlaceId Place = new(Name, "group");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private readonly Queue<DateTimeOffset> _sent = [];

    public string Platform => Name;

    public async Task<DeliveryResult> PostAsync(
        Destination destination,
        Reply reply,
        DeliveryKey key,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(reply);
        try
        {
            var messages = writer.Write(reply, Reader.Default with { Locale = destination.Locale });
            var talk = new ConversationId(Name, destination.Place.Key);
            return await PostAsync(messages, talk, key.Value, destination.Locale, cancellationToken);
        }
        catch (StorageException)
        {
            return Later(Patience);
        }
    }

    private async Task<DeliveryResult> PostAsync(
        IReadOnlyList<JsonObject> messages,
        ConversationId talk,
        string key,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        var note = "post:" + WeComIds.Short(key);
        var state = PostState.Read(await conversations.ReadAsync(talk, note, cancellationToken));
        while (state.Done < messages.Count)
        {
            if (Spend() is { } wait)
                return Later(wait);
            var body = state.Open
                ? RobotWriter.Markdown(
                    texts.Get(locale, "wecom.unsure", ("part", state.Done + 1), ("parts", messages.Count))
                )
                : messages[state.Done];
            await NoteAsync(talk, note, state with { Open = true }, cancellationToken);
            int code;
            try
            {
                using var client = clients.CreateClient(Client);
                code = OfficialAnswers.CodeOf(
                    await OfficialAnswers.PostAsync(
                        client,
                        new Uri(options.Value.Url),
                        OfficialAnswers.Json(body),
                        cancellationToken
                    )
                );
            }
            catch (HttpRequestException e) when (OfficialAnswers.IsUnsent(e))
            {
                await NoteAsync(talk, note, state, cancellationToken);
                return Later(Patience);
            }
            catch (Exception e)
                when (e is HttpRequestException
                    || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                )
            {
                return new DeliveryResult.Unknown();
            }
            if (code == OfficialCodes.Unknown)
                return new DeliveryResult.Unknown();
            if (code != 0)
            {
                await NoteAsync(talk, note, state, cancellationToken);
                return Failure(code);
            }
            state = new PostState(state.Done + 1, false);
            await NoteAsync(talk, note, state, CancellationToken.None);
        }
        notices.Forget(Place);
        return new DeliveryResult.Sent(key);
    }

    private Task NoteAsync(ConversationId talk, string name, PostState state, CancellationToken cancellationToken) =>
        conversations.WriteAsync(talk, name, state.Write(), null, Kept, cancellationToken);

    private DeliveryResult.Failed Failure(int code)
    {
        switch (code)
        {
            case OfficialCodes.Busy:
                return Later(Patience);
            case OfficialCodes.TooOften:
                return Later(TimeSpan.FromMinutes(1));
        }
        notices.Tell(
            Place,
            FormattableString.Invariant($"refused.{code}"),
            Message.Of("wecom.robot.refused", ("code", code))
        );
        // 93000: the key is wrong or the robot was taken out of its group.
        return new(code == 93000 ? DeliveryFailure.Gone : DeliveryFailure.Rejected, null);
    }

    private TimeSpan? Spend()
    {
        var now = time.GetUtcNow();
        lock (_sent)
        {
            while (_sent.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1))
                _sent.Dequeue();
            if (_sent.Count >= PerMinute)
                return _sent.Peek() + TimeSpan.FromMinutes(1) - now;
            _sent.Enqueue(now);
            return null;
        }
    }

    private DeliveryResult.Failed Later(TimeSpan wait) => new(DeliveryFailure.Unavailable, time.GetUtcNow() + wait);
}
