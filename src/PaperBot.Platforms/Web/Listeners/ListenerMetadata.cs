namespace PaperBot.Platforms.Web.Listeners;

/// <summary>The door behind which an endpoint answers. Endpoints without it answer behind the private one.</summary>
internal sealed record ListenerMetadata(ListenerKind Kind)
{
    /// <summary>True for what answers behind either door: the pages of papers and the files that they need.</summary>
    public bool IsBoth { get; init; }
}
