namespace PaperBot.Upstreams.Documents;

/// <summary>Tells text that came out of a PDF garbled: fonts without a table of what their signs mean.</summary>
internal static class GarbledText
{
    private const double Most = 0.02;

    /// <summary>The share of characters that are no text: replacement and private ones, control characters.</summary>
    public static double Share(IReadOnlyList<string> pages)
    {
        long all = 0;
        long bad = 0;
        foreach (var page in pages)
        foreach (var c in page)
        {
            if (char.IsWhiteSpace(c))
                continue;
            all++;
            if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || char.IsControl(c))
                bad++;
        }
        return all == 0 ? 1 : (double)bad / all;
    }

    public static bool Is(IReadOnlyList<string> pages) => Share(pages) > Most;
}
