using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>Messages of channels.</summary>
internal static class MessageRoutes
{
    private const string Many = "channels/{channel}/messages";
    private const string One = "channels/{channel}/messages/{message}";

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new("POST", Many, Create, new BucketRule("create-message", 5, 5)),
        new("GET", Many, List, new BucketRule("get-messages", 10, 5)),
        new("POST", $"{Many}/bulk-delete", DeleteMany, new BucketRule("bulk-delete", 1, 1)),
        new("GET", One, call => ApiResponse.Ok(call.Message(Readable(call)).ToJson()), BucketRule.Default),
        new("PATCH", One, Edit, new BucketRule("edit-message", 5, 5)),
        new("DELETE", One, Delete, new BucketRule("delete-message", 5, 1)),
        new("PUT", $"{One}/reactions/{{emoji}}/@me", React, new BucketRule("react", 1, 0.25)),
    ];

    private static ApiResponse Create(ApiCall call)
    {
        var channel = Writable(call);
        var nonce = call.Body["nonce"]?.ToString();
        if (nonce?.Length > 25)
            throw ApiException.Form("nonce", "NONCE_TYPE_TOO_LONG", "at most 25 characters");
        var enforced = call.World.Options.KnowsNonces && Wire.Flag(call.Body["enforce_nonce"]);
        if (enforced && nonce is not null && Same(call, channel, nonce) is { } earlier)
            return ApiResponse.Ok(earlier.ToJson());
        MessageRules.Check(call.Body, call.Files, call.World.Options.UploadLimit);
        var message = MessageFactory.Post(call.World, call.Hub, channel, call.World.Bot, call.Body, call.Files);
        return ApiResponse.Ok(message.ToJson());
    }

    private static SimMessage? Same(ApiCall call, SimChannel channel, string nonce) =>
        channel.Messages.LastOrDefault(m =>
            m.Nonce == nonce
            && m.Author == call.World.Bot
            && call.World.Now - m.CreatedAt < call.World.Options.NonceMemory
        );

    private static ApiResponse List(ApiCall call)
    {
        var channel = Readable(call);
        var query = call.Request.Query;
        var limit = (int)(query.TryGetValue("limit", out var text) ? Wire.Number(JsonValue.Create(text)) : 50);
        var before = query.TryGetValue("before", out var b) ? Wire.Id(b) : ulong.MaxValue;
        var after = query.TryGetValue("after", out var a) ? Wire.Id(a) : 0;
        var found = channel.Messages.Where(m => !m.IsEphemeral && m.Id < before && m.Id > after);
        // After an id come the messages next to it, still the newest first.
        var page = after > 0 ? found.Take(limit).Reverse() : found.Reverse().Take(limit);
        return ApiResponse.Ok(new JsonArray([.. page.Select(m => m.ToJson())]));
    }

    private static ApiResponse Edit(ApiCall call)
    {
        var channel = call.Channel();
        var message = call.Message(channel);
        if (message.Author != call.World.Bot)
            throw new ApiException(403, 50005, "Cannot edit a message authored by another user");
        MessageRules.Check(call.Body, call.Files, call.World.Options.UploadLimit, message);
        MessageFactory.Edit(call.World, call.Hub, message, call.Body, call.Files);
        return ApiResponse.Ok(message.ToJson());
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var channel = call.Channel();
        var message = call.Message(channel);
        if (message.Author != call.World.Bot)
            _ = call.Channel(needed: Rights.ManageMessages);
        MessageFactory.Delete(call.Hub, message);
        return ApiResponse.NoContent;
    }

    private static ApiResponse DeleteMany(ApiCall call)
    {
        var channel = call.Channel(needed: Rights.ManageMessages);
        var ids = (call.Body["messages"] as JsonArray ?? []).Select(Wire.Id).ToHashSet();
        if (ids.Count is < 2 or > 100)
            throw ApiException.Form("messages", "BASE_TYPE_BAD_LENGTH", "2 to 100 messages");
        foreach (var message in channel.Messages.Where(m => ids.Contains(m.Id)).ToArray())
            MessageFactory.Delete(call.Hub, message);
        return ApiResponse.NoContent;
    }

    private static ApiResponse React(ApiCall call)
    {
        var channel = call.Channel(needed: Rights.AddReactions | Rights.ReadMessageHistory);
        _ = call.Message(channel);
        return ApiResponse.NoContent;
    }

    private static SimChannel Readable(ApiCall call) => call.Channel(needed: Rights.ReadMessageHistory);

    private static SimChannel Writable(ApiCall call)
    {
        var channel = call.Channel();
        if (channel.Locked)
            throw new ApiException(403, 50013, "Missing Permissions");
        var needed = channel.IsThread ? Rights.SendMessagesInThreads : Rights.SendMessages;
        if (call.Files.Count > 0)
            needed |= Rights.AttachFiles;
        if (Wire.Objects(call.Body["embeds"]).Any())
            needed |= Rights.EmbedLinks;
        if (call.Body["message_reference"] is not null)
            needed |= Rights.ReadMessageHistory;
        channel = call.Channel(needed: needed);
        channel.Archived = false;
        return channel;
    }
}
