using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.Api;

/// <summary>Discord's refusal of a request.</summary>
public sealed class ApiException(int status, int code, string message, JsonNode? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public static ApiException UnknownChannel => new(404, 10003, "Unknown Channel");

    public static ApiException UnknownMessage => new(404, 10008, "Unknown Message");

    public static ApiException UnknownWebhook => new(404, 10015, "Unknown Webhook");

    public static ApiException UnknownInteraction => new(404, 10062, "Unknown interaction");

    public static ApiException InvalidToken => new(401, 50027, "Invalid Webhook Token");

    public static ApiException MissingAccess => new(403, 50001, "Missing Access");

    public static ApiException MissingPermissions => new(403, 50013, "Missing Permissions");

    /// <summary>A field of the form is wrong.</summary>
    public static ApiException Form(string field, string code, string message) =>
        new(
            400,
            50035,
            "Invalid Form Body",
            new JsonObject
            {
                [field] = new JsonObject
                {
                    ["_errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }),
                },
            }
        );

    public ApiResponse ToResponse()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (errors is not null)
            body["errors"] = errors.DeepClone();
        return new ApiResponse(Status, body);
    }
}
