using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaperBot.Discord;
using PaperBot.Discord.Gateway;
using PaperBot.Discord.Json;
using PaperBot.Testing;

namespace PaperBot.Tests.Discord.Model;

public sealed class PayloadTests
{
    private static readonly DiscordJson Wire = DiscordJson.Wire;

    [Fact]
    public void The_documentations_examples_survive_a_round_trip()
    {
        var blocks = Load("docs-json-blocks.json").EnumerateArray().ToArray();
        var problems = new List<string>();
        var read = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var (page, value) = (blocks[i].GetProperty("page").GetString()!, blocks[i].GetProperty("value"));
            if (value.ValueKind != JsonValueKind.Object || TypeOf(page, value) is not { } type)
                continue;
            read++;
            problems.AddRange(RoundTrip.Differences($"{i} {type.Type.Name}", value, type));
            if (type == (JsonTypeInfo)Wire.GatewayPayload && value.TryGetProperty("t", out var name))
                problems.AddRange(Event($"{i} {name}", name.GetString(), value.GetProperty("d")));
        }

        problems.ShouldBeEmpty();
        read.ShouldBeGreaterThan(70);
    }

    [Fact]
    public void Samples_of_objects_and_events_survive_a_round_trip()
    {
        var problems = new List<string>();
        var read = 0;
        foreach (var sample in Load("remora-samples.json").EnumerateObject())
        {
            var parts = sample.Name.Split('/');
            if (parts[0] == "Objects" && ObjectType(parts) is { } type)
            {
                read++;
                problems.AddRange(RoundTrip.Differences(sample.Name, sample.Value, type));
            }
            else if (parts[0] != "Objects" && sample.Value.TryGetProperty("op", out _))
            {
                read++;
                problems.AddRange(RoundTrip.Differences(sample.Name, sample.Value, Wire.GatewayPayload));
                if (sample.Value.TryGetProperty("t", out var name) && name.ValueKind == JsonValueKind.String)
                    problems.AddRange(Event(sample.Name, name.GetString(), sample.Value.GetProperty("d")));
            }
        }

        problems.ShouldBeEmpty();
        read.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Unknown_components_fields_and_numbers_survive()
    {
        using var json = JsonDocument.Parse(
            """
            {"id":"1","channel_id":"2","type":4711,"flags":1073741824,"brand_new":{"a":[1]},
             "components":[{"hologram":true,"type":99},{"components":[{"type":2,"style":77,"custom_id":"x"}],"type":1}]}
            """
        );

        RoundTrip.Differences("message", json.RootElement, Wire.Message).ShouldBeEmpty();
        var message = json.RootElement.Deserialize(Wire.Message)!;
        message.Components![0].Type.ShouldBe((ComponentType)99);
        message.Components[1].ShouldBeOfType<ActionRow>().Components[0].ShouldBeOfType<Button>();
        message.Unknown!.Keys.ShouldBe(["brand_new"]);
    }

    [Fact]
    public void Nothing_that_people_wrote_and_no_token_shows_in_a_log()
    {
        var interaction = new Interaction
        {
            Id = new Snowflake(1),
            ApplicationId = new Snowflake(2),
            Token = "secret",
        };

        interaction.ToString().ShouldBe("Interaction");
    }

    private static IEnumerable<string> Event(string what, string? name, JsonElement data)
    {
        if (name is null)
            return [];
        try
        {
            return EventTypes.Read(name, data) is { } value
                ? RoundTrip.Differences(what, data, Wire.Options.GetTypeInfo(value.GetType()))
                : [];
        }
        catch (JsonException exception)
        {
            return [$"{what}: {exception.Message}"];
        }
    }

    private static JsonElement Load(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(TestData.Require("07-discord-payloads", file))).RootElement;

    private static JsonTypeInfo? TypeOf(string page, JsonElement value)
    {
        bool Has(string name) => value.TryGetProperty(name, out _);
        if (page.Contains("rpc", StringComparison.Ordinal) || page.Contains("voice", StringComparison.Ordinal))
            return null;
        return 0 switch
        {
            _ when Has("op") => Wire.GatewayPayload,
            _ when Has("session_start_limit") => Wire.GatewayBot,
            _ when Has("token") && Has("application_id") => Wire.Interaction,
            _ when Has("code") && Has("message") => Wire.ErrorBody,
            _ when page.Contains("application-commands", StringComparison.Ordinal) && Has("name") =>
                Wire.ApplicationCommand,
            _ when page.Contains("message.mdx", StringComparison.Ordinal) && Has("id") => Wire.Message,
            _ when Has("type") && Has("data") => Wire.InteractionResponse,
            _ when Has("components") || Has("allowed_mentions") || Has("embeds") => Wire.MessageCreate,
            _ when Has("parse") => Wire.AllowedMentions,
            _ => null,
        };
    }

    private static JsonTypeInfo? ObjectType(string[] parts) =>
        parts[1] switch
        {
            "MESSAGE_COMPONENT" => Wire.Component,
            "MESSAGE" => Wire.Message,
            "EMBED" => Wire.Embed,
            "ATTACHMENT" => Wire.Attachment,
            "ALLOWED_MENTIONS" => Wire.AllowedMentions,
            "APPLICATION" => Wire.Application,
            "APPLICATION_COMMAND" => Wire.ApplicationCommand,
            "APPLICATION_COMMAND_OPTION" => Wire.CommandOption,
            "APPLICATION_COMMAND_OPTION_CHOICE" => Wire.CommandChoice,
            "CHANNEL" => Wire.Channel,
            "GUILD" => Wire.Guild,
            "GUILD_MEMBER" => Wire.GuildMember,
            "INTERACTION" => Wire.Interaction,
            "INTERACTION_RESPONSE" => Wire.InteractionResponse,
            "PERMISSION_OVERWRITE" => Wire.PermissionOverwrite,
            "ROLE" => Wire.Role,
            "SESSION_START_LIMIT" => Wire.SessionStartLimit,
            "THREAD_METADATA" => Wire.ThreadMetadata,
            "USER" => Wire.User,
            _ => null,
        };
}
