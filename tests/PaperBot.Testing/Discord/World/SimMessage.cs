using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>A message, kept as it goes over the wire.</summary>
public sealed class SimMessage
{
    public required ulong Id { get; init; }

    public required SimChannel Channel { get; init; }

    public required SimUser Author { get; init; }

    public required JsonObject Json { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The only person who sees it.</summary>
    public ulong? EphemeralFor { get; init; }

    /// <summary>What the sender gave to recognise it.</summary>
    public string? Nonce { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; set; }

    /// <summary>Who was notified: people and roles, <c>everyone</c> as the guild's id.</summary>
    public IReadOnlyList<ulong> Notified { get; set; } = [];

    public string Content => Wire.Text(Json["content"]) ?? "";

    public IEnumerable<JsonObject> Embeds => Wire.Objects(Json["embeds"]);

    /// <summary>All components, those inside others too.</summary>
    public IEnumerable<JsonObject> Components => Walk(Wire.Objects(Json["components"]));

    public bool IsEphemeral => EphemeralFor is not null;

    /// <summary>A deferred answer: the app is thinking.</summary>
    public bool IsLoading => (Wire.Number(Json["flags"]) & (1 << 7)) != 0;

    /// <summary>Components with everything inside them, in the order in which they are seen.</summary>
    public static IEnumerable<JsonObject> Walk(IEnumerable<JsonObject> components)
    {
        foreach (var component in components)
        {
            yield return component;
            var inner = Wire.Objects(component["components"]);
            foreach (var one in (string[])["accessory", "component"])
            {
                if (component[one] is JsonObject single)
                    inner = inner.Append(single);
            }

            foreach (var child in Walk(inner))
                yield return child;
        }
    }

    /// <summary>As a client of the person sees it, or the bot by HTTP.</summary>
    public JsonObject ToJson() => Json.DeepClone().AsObject();
}
