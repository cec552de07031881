using PaperBot.Core.Conversations;
using PaperBot.Core.Replies;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>Writes lines into custom ids and reads them back; a line that is too long is kept under a short key.</summary>
internal sealed class CustomIds(IShortLineStore lines)
{
    public async Task<string> WriteAsync(ReplyAction action, Snowflake? owner, int number, CancellationToken ct)
    {
        var kind = action.Effect == ActionEffect.ReplaceInPlace ? CustomIdKind.Replace : CustomIdKind.Run;
        return await WriteAsync(kind, owner, action.Line!, number, ct);
    }

    public async Task<string> WriteAsync(
        CustomIdKind kind,
        Snowflake? owner,
        string line,
        int number,
        CancellationToken cancellationToken
    )
    {
        var id = new CustomId(kind, owner, line).Write(number);
        if (id.Length <= CustomId.Longest)
            return id;
        var key = await lines.ShortenAsync(line, cancellationToken);
        return new CustomId(kind, owner, CustomId.KeyMark + key).Write(number);
    }

    /// <summary>The line that an id stands for; null when its key has expired.</summary>
    public async Task<string?> LineAsync(CustomId id, CancellationToken cancellationToken) =>
        id.Text is [CustomId.KeyMark, .. var key] ? await lines.ExpandAsync(key, cancellationToken) : id.Text;
}
