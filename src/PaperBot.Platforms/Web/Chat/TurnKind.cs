namespace PaperBot.Platforms.Web.Chat;

/// <summary>The kinds of transcript entries that the web chat writes.</summary>
internal static class TurnKind
{
    public const string Asked = "asked";
    public const string Answered = "answered";
}
