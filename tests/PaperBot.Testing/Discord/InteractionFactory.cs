using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.Gateway;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord;

/// <summary>Makes interactions as Discord sends them.</summary>
internal sealed class InteractionFactory(SimWorld world, GatewayHub hub)
{
    public SimInteraction Command(
        SimUser user,
        SimChannel channel,
        string line,
        (string Name, object Value)[] given,
        string? focused
    )
    {
        var path = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = Find(channel, path[0], 1);
        var resolved = new JsonObject();
        var options = Options(command, path.AsSpan(1), given, focused, resolved);
        var data = Data(command);
        if (options.Count > 0)
            data["options"] = options;
        if (resolved.Count > 0)
            data["resolved"] = resolved;
        return Send(focused is null ? 2 : 4, user, channel, data);
    }

    public SimInteraction MessageCommand(SimUser user, SimMessage message, string name)
    {
        var data = Data(Find(message.Channel, name, 3));
        data["target_id"] = $"{message.Id}";
        data["resolved"] = new JsonObject { ["messages"] = new JsonObject { [$"{message.Id}"] = message.ToJson() } };
        return Send(2, user, message.Channel, data);
    }

    public SimInteraction Press(SimUser user, SimMessage message, string customId, string[] values)
    {
        var component =
            message.Components.FirstOrDefault(c => Wire.Text(c["custom_id"]) == customId)
            ?? throw new InvalidOperationException($"The message has no component {customId}.");
        if (Wire.Flag(component["disabled"]))
            throw new InvalidOperationException($"{customId} is disabled.");
        if (message.EphemeralFor is { } only && only != user.Id)
            throw new InvalidOperationException("Only another person sees this message.");
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = component["type"]!.DeepClone() };
        if (Wire.Number(component["type"]) != 2)
            data["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        return Send(3, user, message.Channel, data, message);
    }

    public SimInteraction Submit(SimInteraction opened, Dictionary<string, string> values)
    {
        var modal = opened.Modal ?? throw new InvalidOperationException("The interaction opened no form.");
        var number = 1;
        var data = new JsonObject
        {
            ["custom_id"] = modal["custom_id"]!.DeepClone(),
            ["components"] = new JsonArray([
                .. Wire.Objects(modal["components"]).Select(c => Filled(c, values, ref number)),
            ]),
        };
        return Send(5, opened.User, opened.Channel, data, opened.Source, opened);
    }

    private static JsonObject Filled(JsonObject component, Dictionary<string, string> values, ref int number)
    {
        var filled = new JsonObject { ["type"] = component["type"]!.DeepClone(), ["id"] = number++ };
        var id = Wire.Text(component["custom_id"]);
        if (component["components"] is JsonArray many)
        {
            var inner = new JsonArray();
            foreach (var one in Wire.Objects(many))
                inner.Add(Filled(one, values, ref number));
            filled["components"] = inner;
        }
        else if (component["component"] is JsonObject single)
        {
            filled["component"] = Filled(single, values, ref number);
        }
        else if (id is not null)
        {
            filled["custom_id"] = id;
            var value = values.GetValueOrDefault(id) ?? Wire.Text(component["value"]) ?? "";
            if (Wire.Number(component["type"]) is 4 or 21)
                filled["value"] = value;
            else if (Wire.Number(component["type"]) == 23)
                filled["value"] = value == "true";
            else
                filled["values"] = new JsonArray([.. value.Split('|').Select(v => JsonValue.Create(v))]);
        }

        return filled;
    }

    private JsonObject Find(SimChannel channel, string name, int type) =>
        world.CommandsIn(channel).FirstOrDefault(c => Wire.Text(c["name"]) == name && Wire.Number(c["type"]) == type)
        ?? throw new InvalidOperationException($"No command {name} is registered.");

    private static JsonObject Data(JsonObject command)
    {
        var data = new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["name"] = command["name"]!.DeepClone(),
            ["type"] = command["type"]!.DeepClone(),
        };
        if (command["guild_id"] is { } guild)
            data["guild_id"] = guild.DeepClone();
        return data;
    }

    private JsonArray Options(
        JsonObject owner,
        ReadOnlySpan<string> path,
        (string Name, object Value)[] given,
        string? focused,
        JsonObject resolved
    )
    {
        if (path.Length > 0)
        {
            var name = path[0];
            var below = Described(owner, name);
            return
            [
                new JsonObject
                {
                    ["name"] = name,
                    ["type"] = below["type"]!.DeepClone(),
                    ["options"] = Options(below, path[1..], given, focused, resolved),
                },
            ];
        }

        var options = new JsonArray();
        foreach (var (name, value) in given)
        {
            var type = (int)Wire.Number(Described(owner, name)["type"]);
            var option = new JsonObject
            {
                ["name"] = name,
                ["type"] = type,
                ["value"] = Value(type, value, resolved),
            };
            if (name == focused)
                option["focused"] = true;
            options.Add(option);
        }

        return options;
    }

    private static JsonObject Described(JsonObject owner, string name) =>
        Wire.Objects(owner["options"]).FirstOrDefault(o => Wire.Text(o["name"]) == name)
        ?? throw new InvalidOperationException($"No option {name}.");

    private JsonValue Value(int type, object value, JsonObject resolved)
    {
        switch (value)
        {
            case SimFile file:
                Add(resolved, "attachments", file.Id, FileJson(file));
                return JsonValue.Create($"{file.Id}");
            case SimUser user:
                Add(resolved, "users", user.Id, user.ToJson());
                return JsonValue.Create($"{user.Id}");
            case bool flag:
                return JsonValue.Create(flag);
            case int number:
                return JsonValue.Create(number);
            case long number:
                return JsonValue.Create(number);
            case double number:
                return JsonValue.Create(number);
            default:
                return type is 4 or 10 && double.TryParse($"{value}", out var typed)
                    ? JsonValue.Create(typed)
                    : JsonValue.Create($"{value}");
        }
    }

    private static void Add(JsonObject resolved, string kind, ulong id, JsonObject json)
    {
        resolved[kind] ??= new JsonObject();
        resolved[kind]![$"{id}"] = json;
    }

    private JsonObject FileJson(SimFile file)
    {
        world.Files[file.Id] = file;
        var url = new Uri(world.CdnUrl, $"attachments/0/{file.Id}/{Uri.EscapeDataString(file.Name)}").AbsoluteUri;
        return new JsonObject
        {
            ["id"] = $"{file.Id}",
            ["filename"] = file.Name,
            ["size"] = file.Bytes.Length,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = file.ContentType,
            ["ephemeral"] = true,
        };
    }

    private SimInteraction Send(
        int type,
        SimUser user,
        SimChannel channel,
        JsonObject data,
        SimMessage? source = null,
        SimInteraction? openedBy = null
    )
    {
        var id = world.NextId();
        var token = $"sim-{Guid.NewGuid():N}";
        var json = new JsonObject
        {
            ["id"] = $"{id}",
            ["application_id"] = $"{world.ApplicationId}",
            ["type"] = type,
            ["data"] = data,
            ["token"] = token,
            ["version"] = 1,
            ["channel_id"] = $"{channel.Id}",
            ["channel"] = channel.ToJson(),
            ["app_permissions"] = $"{(ulong)channel.RightsOf(world.Bot.Id)}",
            ["locale"] = user.Locale,
            ["entitlements"] = new JsonArray(),
            ["attachment_size_limit"] = world.Options.UploadLimit,
            ["context"] = channel.Guild is null ? 1 : 0,
        };
        json["authorizing_integration_owners"] = new JsonObject { ["0"] = $"{channel.Guild?.Id ?? 0}" };
        AddPerson(json, user, channel);
        if (source is not null)
            json["message"] = source.ToJson();
        var interaction = new SimInteraction
        {
            Id = id,
            Token = token,
            Type = type,
            User = user,
            Channel = channel,
            Json = json,
            CreatedAt = world.Now,
            Source = source,
            OpenedBy = openedBy,
        };
        world.Interactions[token] = interaction;
        hub.Dispatch("INTERACTION_CREATE", channel.Guild?.Id, 0, _ => json.DeepClone().AsObject());
        return interaction;
    }

    private static void AddPerson(JsonObject json, SimUser user, SimChannel channel)
    {
        if (channel.Guild is not { } guild)
        {
            json["user"] = user.ToJson();
            return;
        }

        var member = guild.Members[user.Id].ToJson();
        member["permissions"] = $"{(ulong)channel.RightsOf(user.Id)}";
        json["member"] = member;
        json["guild_id"] = $"{guild.Id}";
        json["guild_locale"] = guild.Locale;
        json["guild"] = new JsonObject
        {
            ["id"] = $"{guild.Id}",
            ["features"] = new JsonArray(),
            ["locale"] = guild.Locale,
        };
    }
}
