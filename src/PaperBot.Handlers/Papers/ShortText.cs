namespace PaperBot.Handlers.Papers;

/// <summary>What somebody typed, short enough to be repeated in a sentence.</summary>
internal static class ShortText
{
    private const int Longest = 60;

    public static string Of(string text) => Of(text, Longest);

    /// <summary>At most so many characters, never half of one; cut at a space where one is near.</summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var space = text.LastIndexOf(' ', longest - 1);
        var end = space > longest / 2 ? space : longest - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd(' ', ',', ':', ';') + "…";
    }
}
