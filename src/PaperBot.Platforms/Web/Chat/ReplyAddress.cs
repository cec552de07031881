namespace PaperBot.Platforms.Web.Chat;

/// <summary>Where an answer goes: into the turn of its question, or in the place of an earlier answer.</summary>
/// <param name="Turn">The turn's id.</param>
/// <param name="Replaces">True when an action asked for a replacement.</param>
internal sealed record ReplyAddress(string Turn, bool Replaces)
{
    private const string InPlace = "replace:";
    private const string InTurn = "turn:";

    public override string ToString() => (Replaces ? InPlace : InTurn) + Turn;

    public static ReplyAddress? Parse(string? text) =>
        text is null ? null
        : text.StartsWith(InPlace, StringComparison.Ordinal) ? new(text[InPlace.Length..], true)
        : text.StartsWith(InTurn, StringComparison.Ordinal) ? new(text[InTurn.Length..], false)
        : null;
}
