namespace PaperBot.Handlers.Routing.Limits;

/// <summary>There is no room.</summary>
/// <param name="OfPlace">True when it is the place that asked too much, not the person.</param>
/// <param name="RoomAt">When to come back.</param>
/// <param name="IsRepeated">True when the person has been told already.</param>
internal sealed record Refusal(bool OfPlace, DateTimeOffset RoomAt, bool IsRepeated);
