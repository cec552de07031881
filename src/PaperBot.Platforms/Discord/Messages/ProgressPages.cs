using PaperBot.Core.Progress;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Markdown;
using PaperBot.Markdown.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Platforms.Discord.Registration;
using PaperBot.Platforms.Progress;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>Shows the progress of a request in the message that waits for its answer.</summary>
internal sealed class ProgressPages(
    DiscordLink link,
    DiscordPoster poster,
    ProgressWords words,
    DiscordDialect dialect,
    TimeProvider time
)
{
    private const int LongestPartial = 3_000;

    /// <summary>A sink that edits the message until it is disposed.</summary>
    public EditingProgress Of(AnswerAddress address, Locale locale) =>
        new((update, token) => ShowAsync(address, Text(update, locale), token), time);

    private string Text(ProgressUpdate update, Locale locale)
    {
        if (update is not ProgressUpdate.Partial partial)
            return words.Of(update, locale);
        var reader = Reader.Default with { Locale = locale };
        var text = dialect.Render(ParsedMarkdown.Parse(partial.Markdown), reader);
        return CommandWords.Cut(text, LongestPartial);
    }

    private async Task<bool> ShowAsync(AnswerAddress address, string text, CancellationToken cancellationToken)
    {
        var edit = new MessageEdit
        {
            Components = [new TextDisplay { Content = text.Length == 0 ? "…" : text }],
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = AllowedMentions.None,
        };
        try
        {
            await link.Client.Interactions.EditOriginalAsync(
                link.Application.Id,
                address.Token!,
                edit,
                cancellationToken: cancellationToken
            );
            return true;
        }
        catch (Exception e) when (poster.Failure(e) is not null)
        {
            // Progress that cannot be shown is not shown; the answer will be.
            return false;
        }
    }
}
