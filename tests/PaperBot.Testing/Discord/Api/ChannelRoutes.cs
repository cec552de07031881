using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>Channels, threads and direct messages.</summary>
internal static class ChannelRoutes
{
    private const int Guilds = 1 << 0;
    private const string One = "channels/{channel}";

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new("GET", One, call => ApiResponse.Ok(call.Channel().ToJson()), BucketRule.Default),
        new("PATCH", One, Edit, new BucketRule("edit-channel", 5, 15)),
        new("POST", $"{One}/typing", Typing, BucketRule.Default),
        new("POST", $"{One}/messages/{{message}}/threads", OnMessage, new BucketRule("threads", 10, 10)),
        new("POST", $"{One}/threads", Alone, new BucketRule("threads", 10, 10)),
        new("PUT", $"{One}/thread-members/@me", call => Join(call, call.World.Bot.Id), BucketRule.Default),
        new("PUT", $"{One}/thread-members/{{user}}", call => Join(call, call.Id("user")), BucketRule.Default),
        new("POST", "users/@me/channels", DirectMessage, new BucketRule("create-dm", 10, 10)),
    ];

    private static ApiResponse Edit(ApiCall call)
    {
        var channel = call.Channel();
        var own = channel.IsThread && channel.OwnerId == call.World.Bot.Id;
        if (!own)
            channel = call.Channel(needed: channel.IsThread ? Rights.ManageThreads : Rights.ManageChannels);
        var body = call.Body;
        channel.Name = Wire.Text(body["name"]) ?? channel.Name;
        channel.Topic = Wire.Text(body["topic"]) ?? channel.Topic;
        if (body["archived"] is { } archived)
            channel.Archived = Wire.Flag(archived);
        if (body["locked"] is { } locked)
            channel.Locked = Wire.Flag(locked);
        var name = channel.IsThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE";
        call.Hub.Dispatch(name, channel.Guild?.Id, Guilds, _ => channel.ToJson());
        return ApiResponse.Ok(channel.ToJson());
    }

    private static ApiResponse Typing(ApiCall call)
    {
        _ = call.Channel(needed: Rights.SendMessages);
        return ApiResponse.NoContent;
    }

    private static ApiResponse OnMessage(ApiCall call)
    {
        var parent = call.Channel(needed: Rights.CreatePublicThreads);
        var message = call.Message(parent);
        if (call.World.Channels.ContainsKey(message.Id))
            throw new ApiException(400, 160004, "A thread has already been created for this message");
        var thread = Open(call, parent, 11, message.Id);
        message.Json["thread"] = thread.ToJson();
        message.Json["flags"] = Wire.Number(message.Json["flags"]) | (1 << 5);
        return new ApiResponse(201, thread.ToJson());
    }

    private static ApiResponse Alone(ApiCall call)
    {
        var type = call.Body["type"] is null ? 12 : (int)Wire.Number(call.Body["type"]);
        if (type is not (11 or 12))
            throw ApiException.Form("type", "BASE_TYPE_CHOICES", "a public or a private thread");
        var needed = type == 11 ? Rights.CreatePublicThreads : Rights.CreatePrivateThreads;
        return new ApiResponse(201, Open(call, call.Channel(needed: needed), type, null).ToJson());
    }

    private static SimChannel Open(ApiCall call, SimChannel parent, int type, ulong? id)
    {
        if (parent.Guild is null || parent.IsThread)
            throw new ApiException(400, 50024, "Cannot execute action on this channel type");
        var name = Wire.Text(call.Body["name"]);
        if (Wire.Length(name) is < 1 or > 100)
            throw ApiException.Form("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        var thread = call.World.AddThread(parent, name!, call.World.Bot.Id, type, id);
        if (call.Body["auto_archive_duration"] is { } minutes)
            thread.AutoArchiveDuration = (int)Wire.Number(minutes);
        call.Hub.Dispatch(
            "THREAD_CREATE",
            parent.Guild.Id,
            Guilds,
            _ =>
            {
                var json = thread.ToJson();
                json["newly_created"] = true;
                return json;
            }
        );
        return thread;
    }

    private static ApiResponse Join(ApiCall call, ulong user)
    {
        var thread = call.Channel();
        if (!call.World.Users.TryGetValue(user, out var person))
            throw new ApiException(404, 10013, "Unknown User");
        if (!thread.People.Contains(person))
            thread.People.Add(person);
        return ApiResponse.NoContent;
    }

    private static ApiResponse DirectMessage(ApiCall call)
    {
        if (!call.World.Users.TryGetValue(Wire.Id(call.Body["recipient_id"]), out var user) || user.Bot)
            throw ApiException.Form("recipient_id", "BASE_TYPE_INVALID", "Unknown user");
        return ApiResponse.Ok(call.World.DirectMessage(user).ToJson());
    }
}
