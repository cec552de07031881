namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>One value of a line.</summary>
/// <param name="Text">The value, without quotes and escapes.</param>
/// <param name="Quoted">Whether it stood between quotes.</param>
internal readonly record struct Token(string Text, bool Quoted)
{
    /// <summary>True for the <c>?</c> by which a platform is told to ask.</summary>
    public bool IsAsk => !Quoted && Text is "?" or "？";

    /// <summary>As it would be typed, with straight quotes.</summary>
    public string Written => Quoted ? $"\"{Text}\"" : Text;
}
