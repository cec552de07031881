using PaperBot.Core.Models;

namespace PaperBot.Upstreams.Llm;

/// <summary>
/// About how many tokens a text is: rather too many than too few. A Chinese, Japanese or Korean character is about one
/// token, of other text three and a half characters are.
/// </summary>
internal static class TokenEstimate
{
    private const double CharactersPerToken = 3.5;
    private const int PerMessage = 4;

    public static int Of(string text)
    {
        var wide = 0;
        foreach (var c in text)
            if (c is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF')
                wide++;
        return wide + (int)Math.Ceiling((text.Length - wide) / CharactersPerToken);
    }

    public static int Of(ModelPrompt prompt) => prompt.Messages.Sum(message => PerMessage + Of(message.Text));
}
