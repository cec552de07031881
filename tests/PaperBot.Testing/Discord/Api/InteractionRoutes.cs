using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>Answers to interactions, with their two clocks.</summary>
internal static class InteractionRoutes
{
    private const string Hook = "webhooks/{app}/{token}";

    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);
    private static readonly BucketRule Rule = new("webhook", 5, 2);

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new("POST", "interactions/{interaction}/{token}/callback", Respond, null, ByToken: true),
        new("GET", $"{Hook}/messages/@original", call => Ok(Original(call)), Rule, ByToken: true),
        new("PATCH", $"{Hook}/messages/@original", call => Edit(call, Original(call)), Rule, ByToken: true),
        new("DELETE", $"{Hook}/messages/@original", call => Delete(call, Original(call)), Rule, ByToken: true),
        new("POST", Hook, FollowUp, Rule, ByToken: true),
        new("GET", $"{Hook}/messages/{{message}}", call => Ok(Message(call)), Rule, ByToken: true),
        new("PATCH", $"{Hook}/messages/{{message}}", call => Edit(call, Message(call)), Rule, ByToken: true),
        new("DELETE", $"{Hook}/messages/{{message}}", call => Delete(call, Message(call)), Rule, ByToken: true),
    ];

    private static ApiResponse Ok(SimMessage message) => ApiResponse.Ok(message.ToJson());

    private static ApiResponse Respond(ApiCall call)
    {
        var found = call.World.Interactions.TryGetValue(call.Values["token"], out var interaction);
        if (!found || interaction!.Id != call.Id("interaction"))
            throw ApiException.UnknownInteraction;
        if (interaction.CallbackType is not null)
            throw new ApiException(400, 40060, "Interaction has already been acknowledged.");
        if (call.World.Now - interaction.CreatedAt > FirstAnswer)
            throw ApiException.UnknownInteraction;
        var type = (int)Wire.Number(call.Body["type"]);
        var data = call.Body["data"] as JsonObject ?? [];
        Check(call, interaction, type, data);
        interaction.CallbackType = type;
        interaction.CallbackData = data.DeepClone().AsObject();
        interaction.AnsweredAt = call.World.Now;
        Apply(call, interaction, type, data);
        interaction.Complete();
        return WithResponse(call, interaction, type);
    }

    private static void Check(ApiCall call, SimInteraction interaction, int type, JsonObject data)
    {
        var allowed = interaction.Type switch
        {
            4 => type == 8,
            2 => type is 4 or 5 or 9,
            3 => type is 4 or 5 or 6 or 7 or 9,
            _ => type is 4 or 5 || (type is 6 or 7 && interaction.Source is not null),
        };
        if (!allowed)
            throw ApiException.Form("type", "INTERACTION_TYPE_INVALID", $"{type} does not answer {interaction.Type}");
        switch (type)
        {
            case 4 or 7:
                MessageRules.Check(data, call.Files, Upload(interaction, call), type == 7 ? interaction.Source : null);
                break;
            case 8 when Wire.Objects(data["choices"]).Count() > 25:
                throw ApiException.Form("choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
            case 9:
                ComponentRules.CheckModal(data);
                break;
        }
    }

    private static void Apply(ApiCall call, SimInteraction interaction, int type, JsonObject data)
    {
        switch (type)
        {
            case 4:
                interaction.Original = Post(call, interaction, data, call.Files);
                break;
            case 5:
                var flags = (Wire.Number(data["flags"]) & 64) | (1 << 7);
                interaction.Original = Post(call, interaction, new JsonObject { ["flags"] = flags }, NoFiles);
                break;
            case 6:
                interaction.Original = interaction.Source;
                break;
            case 7:
                interaction.Original = interaction.Source;
                MessageFactory.Edit(call.World, call.Hub, interaction.Source!, data, call.Files);
                break;
        }
    }

    private static ApiResponse WithResponse(ApiCall call, SimInteraction interaction, int type)
    {
        if (!call.Request.Query.TryGetValue("with_response", out var wanted) || wanted != "true")
            return ApiResponse.NoContent;
        var info = new JsonObject { ["id"] = $"{interaction.Id}", ["type"] = interaction.Type };
        var resource = new JsonObject { ["type"] = type };
        if (interaction.Original is { } original)
        {
            info["response_message_id"] = $"{original.Id}";
            info["response_message_loading"] = original.IsLoading;
            info["response_message_ephemeral"] = original.IsEphemeral;
            resource["message"] = original.ToJson();
        }

        var body = new JsonObject { ["interaction"] = info };
        if (type is 4 or 7)
            body["resource"] = resource;
        return ApiResponse.Ok(body);
    }

    private static ApiResponse FollowUp(ApiCall call)
    {
        var interaction = Living(call);
        if (interaction.CallbackType is null or 8)
            throw ApiException.UnknownWebhook;
        MessageRules.Check(call.Body, call.Files, Upload(interaction, call));
        if (interaction.Original is { IsLoading: true } waiting)
        {
            // The first follow-up to a deferral takes its place.
            MessageFactory.Edit(call.World, call.Hub, waiting, call.Body, call.Files);
            return Ok(waiting);
        }

        if (IsUserInstallOnly(interaction) && interaction.FollowUps.Count >= 5)
            throw new ApiException(400, 40094, "This interaction has reached its follow-up limit");
        var message = Post(call, interaction, call.Body, call.Files);
        interaction.FollowUps.Add(message);
        return Ok(message);
    }

    private static ApiResponse Edit(ApiCall call, SimMessage message)
    {
        var interaction = Living(call);
        MessageRules.Check(call.Body, call.Files, Upload(interaction, call), message);
        MessageFactory.Edit(call.World, call.Hub, message, call.Body, call.Files);
        return Ok(message);
    }

    private static ApiResponse Delete(ApiCall call, SimMessage message)
    {
        MessageFactory.Delete(call.Hub, message);
        return ApiResponse.NoContent;
    }

    private static SimInteraction Living(ApiCall call)
    {
        var found = call.World.Interactions.TryGetValue(call.Values["token"], out var interaction);
        if (!found || call.Id("app") != call.World.ApplicationId)
            throw ApiException.InvalidToken;
        return call.World.Now - interaction!.CreatedAt < TokenLife ? interaction : throw ApiException.InvalidToken;
    }

    private static SimMessage Original(ApiCall call)
    {
        var interaction = Living(call);
        if (interaction.CallbackType is null)
            throw ApiException.UnknownWebhook;
        return interaction.Original is { } original && original.Channel.Messages.Contains(original)
            ? original
            : throw ApiException.UnknownMessage;
    }

    private static SimMessage Message(ApiCall call)
    {
        var interaction = Living(call);
        var id = call.Id("message");
        return interaction
                .FollowUps.Append(interaction.Original)
                .Append(interaction.Source)
                .FirstOrDefault(m => m?.Id == id && m.Channel.Messages.Contains(m))
            ?? throw ApiException.UnknownMessage;
    }

    private static SimMessage Post(
        ApiCall call,
        SimInteraction interaction,
        JsonObject data,
        IReadOnlyDictionary<int, UploadedFile> files
    )
    {
        var type =
            interaction.Type == 2
                ? Wire.Number(interaction.Json["data"]?["type"]) == 1
                    ? 20
                    : 23
                : 0;
        return MessageFactory.Post(
            call.World,
            call.Hub,
            interaction.Channel,
            call.World.Bot,
            data,
            files,
            type,
            interaction
        );
    }

    private static long Upload(SimInteraction interaction, ApiCall call) =>
        interaction.Json["attachment_size_limit"] is { } limit ? Wire.Number(limit) : call.World.Options.UploadLimit;

    private static bool IsUserInstallOnly(SimInteraction interaction) =>
        interaction.Json["authorizing_integration_owners"] is JsonObject owners && !owners.ContainsKey("0");

    private static IReadOnlyDictionary<int, UploadedFile> NoFiles { get; } = new Dictionary<int, UploadedFile>();
}
