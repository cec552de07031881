using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperBot.Testing.Discord.Gateway;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>Makes, changes and announces messages.</summary>
internal static partial class MessageFactory
{
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;
    private const int MessageContent = 1 << 15;

    /// <summary>Makes a message and tells everybody who may see it.</summary>
    public static SimMessage Post(
        SimWorld world,
        GatewayHub hub,
        SimChannel channel,
        SimUser author,
        JsonObject body,
        IReadOnlyDictionary<int, UploadedFile> files,
        int type = 0,
        SimInteraction? interaction = null
    )
    {
        var id = world.NextId();
        var ephemeral = interaction is not null && (Wire.Number(body["flags"]) & 64) != 0;
        var message = new SimMessage
        {
            Id = id,
            Channel = channel,
            Author = author,
            CreatedAt = world.Now,
            Nonce = body["nonce"]?.ToString(),
            EphemeralFor = ephemeral ? interaction!.User.Id : null,
            Json = new JsonObject
            {
                ["id"] = $"{id}",
                ["type"] = type,
                ["channel_id"] = $"{channel.Id}",
                ["author"] = author.ToJson(),
                ["content"] = Wire.Text(body["content"]) ?? "",
                ["timestamp"] = Wire.Time(world.Now),
                ["edited_timestamp"] = null,
                ["tts"] = false,
                ["mention_everyone"] = false,
                ["pinned"] = false,
                ["flags"] = Wire.Number(body["flags"]),
            },
        };
        if (body["nonce"] is { } nonce)
            message.Json["nonce"] = nonce.DeepClone();
        if (interaction is not null)
            AddInteraction(world, message, interaction);
        if (body["message_reference"] is JsonObject reference)
            AddReference(message, reference);
        Fill(world, message, body, files, isNew: true);
        channel.Messages.Add(message);
        Announce(hub, world, message, "MESSAGE_CREATE");
        return message;
    }

    /// <summary>Changes what the body names and tells everybody who may see it.</summary>
    public static void Edit(
        SimWorld world,
        GatewayHub hub,
        SimMessage message,
        JsonObject body,
        IReadOnlyDictionary<int, UploadedFile> files
    )
    {
        var wasLoading = message.IsLoading;
        if (body.ContainsKey("content"))
            message.Json["content"] = Wire.Text(body["content"]) ?? "";
        var old = Wire.Number(message.Json["flags"]);
        const int changeable = (1 << 2) | (1 << 15);
        var flags = body["flags"] is null ? old : (old & ~(1 << 2)) | (Wire.Number(body["flags"]) & changeable);
        message.Json["flags"] = flags & ~(1 << 7);
        if (!wasLoading)
            message.Json["edited_timestamp"] = Wire.Time(world.Now);
        message.Edits++;
        Fill(world, message, body, files, isNew: false);
        Announce(hub, world, message, "MESSAGE_UPDATE");
    }

    public static void Delete(GatewayHub hub, SimMessage message)
    {
        message.Channel.Messages.Remove(message);
        if (message.IsEphemeral)
            return;
        var data = new JsonObject { ["id"] = $"{message.Id}", ["channel_id"] = $"{message.Channel.Id}" };
        if (message.Channel.Guild is { } guild)
            data["guild_id"] = $"{guild.Id}";
        hub.Dispatch("MESSAGE_DELETE", message.Channel.Guild?.Id, Intent(message.Channel), _ => Clone(data));
    }

    private static void Fill(
        SimWorld world,
        SimMessage message,
        JsonObject body,
        IReadOnlyDictionary<int, UploadedFile> files,
        bool isNew
    )
    {
        AddFiles(world, message, body, files, isNew);
        if (isNew || body.ContainsKey("embeds"))
            message.Json["embeds"] = new JsonArray([.. Wire.Objects(body["embeds"]).Select(e => Embed(message, e))]);
        if (isNew || body.ContainsKey("components"))
        {
            var number = 1;
            message.Json["components"] = new JsonArray([
                .. Wire.Objects(body["components"]).Select(c => Component(message, Clone(c), ref number)),
            ]);
        }

        AddMentions(world, message, body["allowed_mentions"] as JsonObject);
    }

    private static void AddFiles(
        SimWorld world,
        SimMessage message,
        JsonObject body,
        IReadOnlyDictionary<int, UploadedFile> files,
        bool isNew
    )
    {
        var listed = body["attachments"] as JsonArray;
        var attachments = new JsonArray();
        foreach (var old in Wire.Objects(message.Json["attachments"]))
        {
            var kept = Wire.Objects(listed).Any(a => Wire.Id(a["id"]) == Wire.Id(old["id"]));
            if (kept || (listed is null && files.Count == 0))
                attachments.Add(Clone(old));
        }

        foreach (var (number, file) in files.OrderBy(f => f.Key))
        {
            var described = Wire.Objects(listed).FirstOrDefault(a => Wire.Id(a["id"]) == (ulong)number);
            attachments.Add(Attachment(world, message, file, described));
        }

        if (isNew || listed is not null || files.Count > 0)
            message.Json["attachments"] = attachments;
    }

    private static JsonObject Attachment(SimWorld world, SimMessage message, UploadedFile file, JsonObject? described)
    {
        // Discord replaces what does not fit into an address.
        var name = UnsafeInNames().Replace(Wire.Text(described?["filename"]) ?? file.Name, "_");
        var type = file.ContentType is "" or "application/octet-stream" ? Guess(name) : file.ContentType;
        var stored = new SimFile(world.NextId(), name, type, file.Bytes);
        world.Files[stored.Id] = stored;
        var path = $"attachments/{message.Channel.Id}/{stored.Id}/{Uri.EscapeDataString(name)}";
        var url = new Uri(world.CdnUrl, path).AbsoluteUri;
        var json = new JsonObject
        {
            ["id"] = $"{stored.Id}",
            ["filename"] = name,
            ["size"] = file.Bytes.Length,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = type,
        };
        if (Wire.Text(described?["description"]) is { } text)
            json["description"] = text;
        if (type.StartsWith("image/", StringComparison.Ordinal))
            (json["width"], json["height"]) = (640, 480);
        if (message.IsEphemeral)
            json["ephemeral"] = true;
        return json;
    }

    private static string Guess(string name) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".svg" => "image/svg+xml",
            ".txt" or ".bib" or ".md" => "text/plain; charset=utf-8",
            ".pdf" => "application/pdf",
            _ => "application/octet-stream",
        };

    private static JsonObject Embed(SimMessage message, JsonObject embed)
    {
        var json = Clone(embed);
        json["type"] = "rich";
        ResolveFiles(message, json);
        return json;
    }

    /// <summary>Numbers the components and fills in what Discord fills in.</summary>
    private static JsonObject Component(SimMessage message, JsonObject component, ref int number)
    {
        if (component["id"] is null || Wire.Number(component["id"]) == 0)
            component["id"] = number++;
        foreach (var inner in (string[])["components", "accessory"])
        {
            if (component[inner] is JsonArray many)
            {
                foreach (var one in Wire.Objects(many).ToArray())
                    Component(message, one, ref number);
            }
            else if (component[inner] is JsonObject single)
            {
                Component(message, single, ref number);
            }
        }

        if (Wire.Number(component["type"]) == 13 && component["file"] is JsonObject file)
        {
            var name = Wire.Text(file["url"])?["attachment://".Length..];
            component["name"] = name;
            var attachment = Wire.Objects(message.Json["attachments"])
                .FirstOrDefault(a => Wire.Text(a["filename"]) == name);
            component["size"] = attachment?["size"]?.DeepClone() ?? 0;
        }

        foreach (var (name, value) in Defaults((int)Wire.Number(component["type"])))
            component[name] ??= value;
        ResolveFiles(message, component);
        foreach (var item in Wire.Objects(component["items"]))
        {
            item["spoiler"] ??= false;
            item["description"] ??= null;
            Unfurl(message, item["media"]);
        }
        Unfurl(message, component["media"]);
        Unfurl(message, component["file"]);
        return component;
    }

    /// <summary>What Discord tells of a picture or file that it knows.</summary>
    private static void Unfurl(SimMessage message, JsonNode? media)
    {
        if (media is not JsonObject known)
            return;
        var file = Wire.Objects(message.Json["attachments"])
            .FirstOrDefault(a => Wire.Text(a["url"]) == Wire.Text(known["url"]));
        known["id"] ??= file?["id"]?.DeepClone() ?? $"{message.Id}";
        known["proxy_url"] ??= known["url"]?.DeepClone();
    }

    /// <summary>What Discord adds to a component that leaves it out.</summary>
    private static (string Name, JsonNode Value)[] Defaults(int type) =>
        type switch
        {
            3 or 5 or 6 or 7 or 8 => [("min_values", 1), ("max_values", 1)],
            11 or 13 or 17 => [("spoiler", false)],
            14 => [("divider", true), ("spacing", 1)],
            _ => [],
        };

    /// <summary>Replaces <c>attachment://name</c> by the file's address.</summary>
    private static void ResolveFiles(SimMessage message, JsonNode node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items.Where(i => i is not null))
                ResolveFiles(message, item!);
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToArray())
            {
                if (
                    name is "url" or "icon_url"
                    && Wire.Text(value) is { } url
                    && url.StartsWith("attachment://", StringComparison.Ordinal)
                )
                {
                    var file = Wire.Objects(message.Json["attachments"])
                        .FirstOrDefault(a =>
                            Wire.Text(a["filename"]) == UnsafeInNames().Replace(url["attachment://".Length..], "_")
                        );
                    members[name] = Wire.Text(file?["url"]) ?? url;
                }
                else if (value is not null)
                {
                    ResolveFiles(message, value);
                }
            }
        }
    }

    private static void AddReference(SimMessage message, JsonObject reference)
    {
        var id = Wire.Id(reference["message_id"]);
        var other = message.Channel.Messages.FirstOrDefault(m => m.Id == id);
        if (other is null && !(reference["fail_if_not_exists"] is { } fail && !Wire.Flag(fail)))
            throw ApiException.Form("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        if (other is null)
            return;
        message.Json["type"] = 19;
        message.Json["message_reference"] = new JsonObject
        {
            ["type"] = 0,
            ["message_id"] = $"{id}",
            ["channel_id"] = $"{message.Channel.Id}",
        };
        if (message.Channel.Guild is { } guild)
            message.Json["message_reference"]!["guild_id"] = $"{guild.Id}";
        var copy = other.ToJson();
        copy.Remove("referenced_message");
        message.Json["referenced_message"] = copy;
    }

    private static void AddInteraction(SimWorld world, SimMessage message, SimInteraction interaction)
    {
        message.Json["application_id"] = $"{world.ApplicationId}";
        message.Json["webhook_id"] = $"{world.ApplicationId}";
        message.Json["interaction_metadata"] = Metadata(interaction);
    }

    private static JsonObject Metadata(SimInteraction interaction)
    {
        var metadata = new JsonObject
        {
            ["id"] = $"{interaction.Id}",
            ["type"] = interaction.Type,
            ["user"] = interaction.User.ToJson(),
            ["authorizing_integration_owners"] = interaction.Json["authorizing_integration_owners"]!.DeepClone(),
        };
        if (interaction.OpenedBy is { } opener)
            metadata["triggering_interaction_metadata"] = Metadata(opener);
        else if (interaction.Source is { } source)
            metadata["interacted_message_id"] = $"{source.Id}";
        return metadata;
    }

    /// <summary>Whom the text names, and whom of them it may notify.</summary>
    private static void AddMentions(SimWorld world, SimMessage message, JsonObject? allowed)
    {
        // The texts among the components mention as the content does.
        var shown = message.Components.Where(c => Wire.Number(c["type"]) == 10).Select(c => Wire.Text(c["content"]));
        var text = string.Join('\n', shown.Prepend(message.Content));
        var users = Ids(UserMention(), text).Where(world.Users.ContainsKey).Distinct().ToArray();
        var roles = Ids(RoleMention(), text).Distinct().ToArray();
        var everyone =
            text.Contains("@everyone", StringComparison.Ordinal) || text.Contains("@here", StringComparison.Ordinal);
        bool May(string kind, string list, ulong id) =>
            allowed is null
            || (allowed["parse"] as JsonArray)?.Any(p => Wire.Text(p) == kind) == true
            || (allowed[list] as JsonArray)?.Any(i => Wire.Id(i) == id) == true;
        var notified = users
            .Where(id => May("users", "users", id))
            .Concat(roles.Where(id => May("roles", "roles", id)));
        var mayEveryone = everyone && message.Channel.Guild is not null && May("everyone", "-", 0);
        mayEveryone &= message.Channel.RightsOf(message.Author.Id).HasFlag(Rights.MentionEveryone);
        message.Notified = [.. mayEveryone ? notified.Append(message.Channel.Guild!.Id) : notified];
        message.Json["mention_everyone"] = mayEveryone;
        message.Json["mentions"] = new JsonArray([.. users.Select(id => world.Users[id].ToJson())]);
        message.Json["mention_roles"] = new JsonArray([.. roles.Select(id => JsonValue.Create($"{id}"))]);
    }

    private static IEnumerable<ulong> Ids(Regex pattern, string text) =>
        pattern.Matches(text).Select(m => ulong.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    private static void Announce(GatewayHub hub, SimWorld world, SimMessage message, string name)
    {
        if (message.IsEphemeral)
            return;
        var channel = message.Channel;
        if (!channel.RightsOf(world.Bot.Id).HasFlag(Rights.ViewChannel))
            return;
        hub.Dispatch(name, channel.Guild?.Id, Intent(channel), intents => ForEvent(world, message, intents));
    }

    /// <summary>
    /// Without the message-content intent the text is empty unless the bot wrote it, is mentioned, or it is direct.
    /// </summary>
    private static JsonObject ForEvent(SimWorld world, SimMessage message, int intents)
    {
        var json = message.ToJson();
        if (message.Channel.Guild is { } guild)
        {
            json["guild_id"] = $"{guild.Id}";
            if (guild.Members.TryGetValue(message.Author.Id, out var member))
                json["member"] = member.ToJson(withUser: false);
        }

        var mentionsBot = Wire.Objects(json["mentions"]).Any(user => Wire.Id(user["id"]) == world.Bot.Id);
        var open =
            (intents & MessageContent) != 0
            || message.Author.Id == world.Bot.Id
            || message.Channel.Guild is null
            || mentionsBot;
        if (!open)
        {
            json["content"] = "";
            foreach (var hidden in (string[])["embeds", "attachments", "components"])
                json[hidden] = new JsonArray();
        }

        return json;
    }

    private static int Intent(SimChannel channel) => channel.Guild is null ? DirectMessages : GuildMessages;

    private static JsonObject Clone(JsonObject json) => json.DeepClone().AsObject();

    [GeneratedRegex("<@!?(\\d{1,20})>", RegexOptions.None, 1000)]
    private static partial Regex UserMention();

    [GeneratedRegex("<@&(\\d{1,20})>", RegexOptions.None, 1000)]
    private static partial Regex RoleMention();

    [GeneratedRegex(@"[^\p{L}\p{N}._\-]", RegexOptions.None, 1000)]
    private static partial Regex UnsafeInNames();
}
