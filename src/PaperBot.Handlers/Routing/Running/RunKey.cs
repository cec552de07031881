using PaperBot.Core.Identity;

namespace PaperBot.Handlers.Routing.Running;

/// <summary>What makes two requests the same: the person, the place and the canonical line.</summary>
internal readonly record struct RunKey(PersonId Person, PlaceId Place, string Line);
