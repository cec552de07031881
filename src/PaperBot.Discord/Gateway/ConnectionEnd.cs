namespace PaperBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Code">The gateway's close code, if it gave one.</param>
internal readonly record struct ConnectionEnd(EndReason Reason, int? Code = null)
{
    /// <summary>For status and logs.</summary>
    public override string ToString() => Reason == EndReason.Closed ? $"{Code}" : Reason.ToString();
}
