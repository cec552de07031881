using System.Text;
using PaperBot.Core.Outcomes;

namespace PaperBot.Testing.Conversations;

/// <summary>What a database makes of a text: no NUL, no half of a surrogate pair, not longer than it may be.</summary>
internal static class KeptText
{
    /// <exception cref="StorageException">It is too long.</exception>
    public static string Of(string text, int most)
    {
        if (text.Length > most)
            throw new StorageException(Errors.UserInput("storage.long", ("length", text.Length), ("most", most)));
        var clean = text.Replace("\0", "", StringComparison.Ordinal);
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean));
    }
}
