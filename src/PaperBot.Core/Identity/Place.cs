namespace PaperBot.Core.Identity;

/// <summary>Where somebody asks.</summary>
/// <param name="Id">The place itself.</param>
/// <param name="Kind">Direct, group or thread.</param>
/// <param name="Parent">What it stands in: the channel of a thread, the server of a channel. Settings fall back to it.</param>
/// <param name="Server">The server that a thread's channel stands in. Null: there is none, or it is the parent.</param>
public sealed record Place(
    PlaceId Id,
    PlaceKind Kind = PlaceKind.Direct,
    PlaceId? Parent = null,
    PlaceId? Server = null
)
{
    /// <summary>The outermost of them, to which rules of access belong: the server, or the place itself.</summary>
    public PlaceId Outermost => Server ?? Parent ?? Id;

    /// <summary>The place and what it stands in, from inside out: the order in which settings count.</summary>
    public IEnumerable<PlaceId> Circles
    {
        get
        {
            yield return Id;
            if (Parent is { } parent)
                yield return parent;
            if (Server is { } server && server != Parent)
                yield return server;
        }
    }
}
