using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>An interaction and what the bot did about it.</summary>
public sealed class SimInteraction
{
    private readonly TaskCompletionSource<SimInteraction> _answered = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public required ulong Id { get; init; }

    public required string Token { get; init; }

    /// <summary>2 command, 3 component, 4 autocomplete, 5 modal.</summary>
    public required int Type { get; init; }

    public required SimUser User { get; init; }

    public required SimChannel Channel { get; init; }

    public required JsonObject Json { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The message with the button, for presses and forms opened from them.</summary>
    public SimMessage? Source { get; init; }

    /// <summary>For forms: the interaction that opened it.</summary>
    public SimInteraction? OpenedBy { get; init; }

    /// <summary>The kind of the first answer; null while there is none.</summary>
    public int? CallbackType { get; set; }

    /// <summary>The data of the first answer.</summary>
    public JsonObject? CallbackData { get; set; }

    /// <summary>When the first answer came.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The message of the first answer.</summary>
    public SimMessage? Original { get; set; }

    public List<SimMessage> FollowUps { get; } = [];

    /// <summary>Completes with the first answer.</summary>
    public Task<SimInteraction> Answered => _answered.Task;

    /// <summary>The form of the first answer.</summary>
    public JsonObject? Modal => CallbackType == 9 ? CallbackData : null;

    /// <summary>The proposals of the first answer.</summary>
    public IReadOnlyList<JsonObject> Choices => CallbackType == 8 ? [.. Wire.Objects(CallbackData?["choices"])] : [];

    internal void Complete() => _answered.TrySetResult(this);
}
