using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Interactions;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Platforms.Discord.Rendering;
using Message = PaperBot.Discord.Message;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>
/// Free text: direct messages, and messages that mention the bot. Discord gives the text of no others without its
/// privileged intent, so a conversation goes on by mentions and forms.
/// </summary>
internal sealed class MessageListener(
    DiscordWork work,
    DiscordLink link,
    ChannelBook channels,
    ICommandRouter router,
    DiscordRenderer renderer,
    DiscordPoster poster,
    InteractionRunner runner,
    Hints hints,
    TimeProvider time
) : IDiscordListener
{
    private static readonly TimeSpan TypingAgain = TimeSpan.FromSeconds(8);

    private const int Ordinary = 0;
    private const int Reply = 19;
    private const string Help = "help";
    private const string Blocked = "error.access.blocked";

    public ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        if (
            received is { Name: GatewayEventNames.MessageCreate, Data: Message message }
            && message is { Author: { Bot: not true } author, Type: null or Ordinary or Reply, WebhookId: null }
            && link.Known.IsCompletedSuccessfully
            && (message.GuildId is null || Mentions(message))
        )
            work.TryBegin("message", token => TakeAsync(message, author, token));
        return ValueTask.CompletedTask;
    }

    private bool Mentions(Message message) => message.Mentions?.Any(user => user.Id == link.Bot.Id) is true;

    private async Task TakeAsync(Message message, User author, CancellationToken token)
    {
        var text = TextOf(message);
        var address = new AnswerAddress(message.ChannelId, author.Id, message.Id, null, IsPrivate: false);
        var place = InteractionPlaces.PlaceOf(message.ChannelId, channels.ParentOf(message.ChannelId), message.GuildId);
        var incoming = new Incoming
        {
            Id = DiscordIds.Request(message.Id),
            Text = text,
            Person = InteractionPlaces.PersonOf(author),
            Place = place,
            Conversation = DiscordIds.Conversation(message.ChannelId),
            ManagesPlace = place.Kind == PlaceKind.Direct,
            Groups = [.. message.Member?.Roles?.Select(role => role.ToString()) ?? []],
            ReplyAddress = address.ToString(),
            Accepted = stop => TypeAsync(message.ChannelId, stop),
        };
        if (text.Length == 0)
        {
            await HintAsync(incoming, author, address, token);
            return;
        }
        var response = await TypingAsync(message.ChannelId, router.HandleAsync(incoming, token), token);
        // Whom a server has blocked hears nothing: a sentence for each mention would be a way to annoy.
        if (
            response.Kind == ResponseKind.Repeated
            || response.Reply is not { } reply
            || response.Error?.Message.Key == Blocked
        )
            return;
        await runner.AnswerAsync(address, reply, response, token);
    }

    private async Task HintAsync(Incoming incoming, User author, AnswerAddress address, CancellationToken token)
    {
        // Where the bot does not answer, or not this person, it does not explain itself either.
        if (!await router.MayUseAsync(incoming, Help, token))
            return;
        var locale = author.Locale is { } tag ? Locale.Parse(tag) : Locale.English;
        var page = await renderer.FirstAsync(
            await hints.BareAsync(incoming.Conversation, locale, token),
            PageKey.Of(address.Event.ToString()),
            author.Id,
            Reader.Default with
            {
                Locale = locale,
            },
            token
        );
        await poster.AnswerAsync(address, page, [], "hint:" + address.Event, token);
    }

    // Discord shows it for ten seconds, and an answer may take longer.
    private async Task<Response> TypingAsync(Snowflake channel, Task<Response> answering, CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        while (await Task.WhenAny(answering, Task.Delay(TypingAgain, time, stop.Token)) != answering)
            await TypeAsync(channel, token);
        await stop.CancelAsync();
        return await answering;
    }

    private async Task TypeAsync(Snowflake channel, CancellationToken token)
    {
        try
        {
            await link.Client.Channels.TypingAsync(channel, token);
        }
        catch (Exception e) when (poster.Failure(e) is not null)
        {
            // Only a courtesy.
        }
    }

    private string TextOf(Message message)
    {
        var text = message.Content ?? "";
        foreach (var mark in (string[])[$"<@{link.Bot.Id}>", $"<@!{link.Bot.Id}>"])
            text = text.Replace(mark, " ", StringComparison.Ordinal);
        return text.Trim();
    }
}
