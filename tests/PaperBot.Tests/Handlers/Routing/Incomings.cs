using PaperBot.Core.Commands;
using PaperBot.Core.Identity;

namespace PaperBot.Tests.Handlers.Routing;

/// <summary>Makes what platforms make.</summary>
internal static class Incomings
{
    private static int _events;

    public static readonly PersonId Reader = new("test", "reader");

    /// <summary>A text by a person in a direct place, as a new event.</summary>
    public static Incoming Of(string text) =>
        new()
        {
            Id = RequestId.Of("test", $"event-{Interlocked.Increment(ref _events)}"),
            Text = text,
            Person = new Person(Reader),
            Place = new Place(new PlaceId("test", "direct")),
            Conversation = new ConversationId("test", "talk"),
        };

    public static Incoming By(this Incoming incoming, string person) =>
        incoming with
        {
            Person = new Person(new PersonId("test", person)),
        };

    public static Incoming InGroup(this Incoming incoming, string place = "group") =>
        incoming with
        {
            Place = new Place(new PlaceId("test", place), PlaceKind.Group),
        };

    public static Incoming WithAddress(this Incoming incoming) =>
        incoming with
        {
            ReplyAddress = $"address-of-{incoming.Id}",
        };
}
